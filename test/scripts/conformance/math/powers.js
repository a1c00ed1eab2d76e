// sqrt, cbrt, pow, hypot at exact points.
[0, -0, 1, 4, 2, 9, 16, 1e10, -1, NaN, Infinity, -Infinity, 0.25].forEach(function (n) { print(n, Math.sqrt(n)); });
[0, -0, 1, -1, 8, 64, 1000, NaN, Infinity, -Infinity].forEach(function (n) { print(n, Math.cbrt(n)); });
print(Math.hypot(), Math.hypot(3, 4), Math.hypot(-5, 12), Math.hypot(1), Math.hypot(NaN, 1), Math.hypot(NaN, Infinity), Math.hypot(-0), Math.hypot('3', [4]), Math.hypot(0, 0), Math.hypot.length);
print(Math.pow(2, 0.5) === Math.SQRT2, Math.pow(NaN, 0), Math.pow(0, 0), Math.pow(1, Infinity), Math.pow(-8, 1 / 3), Math.pow(2), Math.pow());
