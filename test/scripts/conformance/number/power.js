// The operator ** and Math.pow.
var v = [0, -0, 1, -1, 0.5, 2, -2, 3, NaN, Infinity, -Infinity];
v.forEach(function (a) { print(a, v.map(function (b) { return a ** b; }), v.every(function (b) { return Object.is(a ** b, Math.pow(a, b)); })); });
print(2 ** 3 ** 2, (2 ** 3) ** 2, 2 ** -1, (-2) ** 2, 2 ** 10, 10 ** 21, 2 ** 53, 2 ** 1023 * 2, 7 ** 20);
var x = 3;
x **= 2;
print(x, x **= 0.5);
print(outcome(function () { return eval('-2 ** 2'); }));
