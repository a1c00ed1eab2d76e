// Without a comparator sort compares texts; undefined goes last, holes after it.
print([3, 10, 2, 1, 20].sort(), ['b', 'a', 'C', 'B', '', 'ab'].sort(), [true, false, null, NaN, 'n'].sort());
print([undefined, 3, , 1, undefined, , 2].sort(), [-1, -2, 0, 5].sort(), [[2], [1, 5], [1, 10]].sort());
print(['\u00e9', 'z', 'e', '\ud83d\ude00', '\uffff', 'a\u0000', 'a'].sort());
var a = [2, 1];
print(a.sort() === a, [].sort(), [5].sort(), [1, 2].sort(undefined), [].sort.length);
[null, 5, 'x', {}, true].forEach(function (bad) { print(outcome(function () { return [2, 1].sort(bad); })); });
var like = { length: 4, 0: 'c', 1: 'a', 3: 'b' };
print([].sort.call(like), '3' in like);
