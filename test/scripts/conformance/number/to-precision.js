// toPrecision chooses between the notations.
[0, 1, 123456, 0.00015, 0.000001, 0.0000001, 1.5, -2.55, 1e21, 1 / 3, 9.9999, 12345.6789, 99.99, 1e-10].forEach(function (n) { print(n, n.toPrecision(), n.toPrecision(1), n.toPrecision(2), n.toPrecision(4), n.toPrecision(10), n.toPrecision(15)); });
print(NaN.toPrecision(2), (-Infinity).toPrecision(1000), (5.55).toPrecision(undefined), (5.55).toPrecision('2'));
[0, -1, 101].forEach(function (d) { print(outcome(function () { return (1).toPrecision(d); })); });
