// splice removes and inserts, by clamped and negative positions.
function at() { var a = [0, 1, 2, 3, 4]; var r = a.splice.apply(a, arguments); return show(r) + ' leaves ' + show(a); }
print(at(1)); print(at(-2)); print(at(1, 2)); print(at(1, 0, 'x', 'y')); print(at(1, 2, 'x')); print(at(0, 5, 'all'));
print(at(9, 1, 'end')); print(at(-9, 1)); print(at(2, -1)); print(at(undefined)); print(at('1', '2')); print(at(NaN, 1)); print(at(1.9, 1.9)); print(at(2, undefined, 'q')); print(at(1, Infinity)); print(at(-Infinity, 1));
var sparse = [1, , 3, , 5];
print(sparse.splice(0, 2), sparse, 1 in sparse);
var like = { length: 3, 0: 'a', 1: 'b', 2: 'c' };
print([].splice.call(like, 1, 1, 'X', 'Y'), like);
print(at());
print([].splice.call({}, 0, 0, 'new'), [].splice.length);
