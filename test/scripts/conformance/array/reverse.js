// reverse works in place, and moves holes.
print([].reverse(), [1].reverse(), [1, 2, 3].reverse(), [1, 2, 3, 4].reverse());
var a = [1, , 3, 4];
print(a.reverse() === a, a, 2 in a, 1 in a);
var like = { length: 3, 0: 'a', 2: 'c' };
print([].reverse.call(like) === like, like, '0' in like);
var sparse = [];
sparse[0] = 'first'; sparse[9] = 'last'; sparse[3] = 'three';
print(sparse.reverse());
print(outcome(function () { return [].reverse.call(null); }), outcome(function () { return [].reverse.call('ab'); }), outcome(function () { return [].reverse.call('a').length; }));
