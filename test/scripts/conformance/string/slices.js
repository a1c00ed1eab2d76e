// slice, substring and substr side by side.
var s = 'abcdef';
[[], [2], [-2], [1, 3], [3, 1], [-3, -1], [0, -1], [9], [2, 99], [NaN, 2], [undefined, 2], [1, undefined], ['1', '4'], [1.9, 3.9], [-99, 2], [Infinity], [-Infinity, Infinity], [null, 3], [2, 0]].forEach(function (a) {
  print(a, s.slice.apply(s, a), s.substring.apply(s, a), s.substr.apply(s, a));
});
print(''.slice(1), ''.substring(-1), ''.substr(0, 5), ''.slice.call(12345, 1, 3), outcome(function () { return ''.slice.call(undefined); }));
