// slice copies a part, holes too.
var a = ['a', 'b', 'c', 'd'];
[[], [1], [1, 3], [-2], [-3, -1], [2, 1], [9], [0, 9], [NaN], ['1', '2'], [undefined, 2], [1, undefined], [1.9], [-9, 2], [null, null], [-Infinity, Infinity]].forEach(function (args) {
  print(args, a.slice.apply(a, args));
});
print([1, , 3].slice(), 1 in [1, , 3].slice(), [].slice.call('text', 1, 3), [].slice.call(5));
print(a.slice() === a, [].slice.length);
