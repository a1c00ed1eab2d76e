// Missing arguments are undefined, extra ones are in arguments.
function f(a, b, c) { b = b === undefined ? 'default' : b; return [a, b, c, arguments.length]; }
print(f(), f(1), f(1, undefined, 3), f(1, null), f(1, 2, 3, 4, 5));
function sum() { var t = 0; for (var i = 0; i < arguments.length; i++) t += arguments[i]; return t; }
print(sum(), sum(1), sum(1, 2, 3), sum.apply(null, Array.apply(null, Array(100)).map(function (x, i) { return i; })));
function duplicate(a, a, b) { return [a, b, arguments[0], arguments[1]]; }
print(duplicate(1, 2, 3), duplicate.length);
var big = [];
for (var i = 0; i < 200; i++) big.push('p' + i);
var wide = Function(big.join(','), 'return p0 + p199');
print(wide.length, wide.apply(null, big.map(function (x, i) { return i; })));
