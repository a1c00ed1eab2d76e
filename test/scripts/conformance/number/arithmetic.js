// Sums, products, remainders, and the special values.
var v = [0, -0, 1, -1, 2.5, NaN, Infinity, -Infinity];
v.forEach(function (a) {
  print(a, v.map(function (b) { return a + b; }), v.map(function (b) { return a * b; }));
  print(v.map(function (b) { return a / b; }), v.map(function (b) { return a % b; }), v.map(function (b) { return a - b; }));
});
print(5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -0 % 1, 0.3 % 0.1, 1e308 % 3, 2 % Infinity, 4 % -0, -1 % 1);
print(0.1 + 0.7, 0.1 * 3, 1.1 * 1.1, 1e16 + 1, 9007199254740992 + 1, 1 / 3 * 3, 4.35 * 100, 1.005 * 1000, 1e308 + 1e308, 5e-324 / 2, 0.5 - 0.4);
