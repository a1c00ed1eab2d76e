// abs, ceil, floor, round, trunc and sign.
[0, -0, 0.4, 0.5, 0.6, -0.4, -0.5, -0.6, 1.5, 2.5, -1.5, -2.5, 1e20, 4503599627370495.5, 0.49999999999999994, NaN, Infinity, -Infinity, '2.7', null, undefined, [3.3], true].forEach(function (n) { print(n, Math.abs(n), Math.ceil(n), Math.floor(n), Math.round(n), Math.trunc(n), Math.sign(n)); });
