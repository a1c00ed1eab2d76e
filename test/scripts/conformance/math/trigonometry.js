// The circle's functions to twelve digits, and their special values.
[0.1, 0.5, 1, 2, 3, -1, 10, 100].forEach(function (n) { print(n, Math.sin(n).toPrecision(12), Math.cos(n).toPrecision(12), Math.tan(n).toPrecision(12), Math.atan(n).toPrecision(12)); });
[-1, -0.5, 0.3, 1].forEach(function (n) { print(n, Math.asin(n).toPrecision(12), Math.acos(n).toPrecision(12)); });
['sin', 'cos', 'tan', 'asin', 'acos', 'atan'].forEach(function (f) { print(f, Math[f](0), Math[f](-0), Math[f](NaN), Math[f](Infinity).toPrecision(8), Math[f]().toPrecision(3), Math[f].length); });
print(Math.acos(2), Math.asin(-2), Math.acos(1));
