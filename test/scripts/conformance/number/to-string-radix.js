// Whole numbers in every base, and simple fractions.
[0, 1, 10, 255, -255, 65536, 123456789, 4294967295, 9007199254740991].forEach(function (n) {
  var parts = [];
  for (var r = 2; r <= 36; r++) parts.push(n.toString(r));
  print(parts.join(' '));
});
print((0.5).toString(2), (0.75).toString(2), (255.5).toString(16), (-7.125).toString(8), (0.1).toString(10), NaN.toString(2), (-Infinity).toString(36), (5).toString(undefined), (5).toString('2'));
[0, 1, 37, -2, Infinity, NaN, null, 'x'].forEach(function (r) { print(outcome(function () { return (10).toString(r); })); });
