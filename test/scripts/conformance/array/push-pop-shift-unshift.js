// The ends of an array.
var a = [];
print(a.push(), a.push(1), a.push(2, 3), a, a.pop(), a, a.unshift(), a.unshift(0), a.unshift(-2, -1), a, a.shift(), a, [].pop(), [].shift());
var sparse = [, 1, , 3];
print(sparse.shift(), sparse, sparse.unshift('a'), sparse, 3 in sparse, sparse.pop(), sparse.length);
var like = { length: 2, 0: 'a', 1: 'b' };
print([].push.call(like, 'c'), like, [].pop.call(like), [].shift.call(like), like, [].unshift.call(like, 'z'), like);
var none = {};
print([].pop.call(none), none, [].push.call(none, 1), none, [].shift.call({ length: 0 }));
var big = { length: 9007199254740989 };
print([].push.length, [].unshift.length, outcome(function () { return [].push.call(null, 1); }), outcome(function () { return [].pop.call('abc'); }));
