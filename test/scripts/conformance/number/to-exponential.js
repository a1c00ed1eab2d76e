// toExponential, digits given and not.
[0, -0, 1, 123456, 0.00015, 1.5, -2.55, 1e21, 5e-324, 1 / 3, 9.9999, 12345.6789, 1e100].forEach(function (n) { print(n, n.toExponential(), n.toExponential(0), n.toExponential(1), n.toExponential(3), n.toExponential(10), n.toExponential(20)); });
print(NaN.toExponential(2), Infinity.toExponential(1000), (5).toExponential(undefined), (5).toExponential('2'));
[-1, 101].forEach(function (d) { print(outcome(function () { return (1).toExponential(d); })); });
