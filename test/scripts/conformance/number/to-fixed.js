// toFixed rounds as the exact value lies.
[0, -0, 0.5, 1.5, 2.5, 1.005, 1.255, 10.235, 0.000001, 123.456, -1.5, -0.4, 1e20, 999.995, 0.1, 1 / 3, 5e-324, 1e-10, 4.35, 8.345, 0.045].forEach(function (n) { print(n, n.toFixed(), n.toFixed(1), n.toFixed(2), n.toFixed(5), n.toFixed(20)); });
print((1e21).toFixed(2), NaN.toFixed(2), Infinity.toFixed(1), (1.5).toFixed('1'), (1.5).toFixed(NaN), (1.5).toFixed(1.9), (-1e-10).toFixed(2));
[-1, 101, Infinity, 1000].forEach(function (d) { print(outcome(function () { return (1).toFixed(d); })); });
