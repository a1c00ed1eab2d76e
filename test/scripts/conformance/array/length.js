// Setting length cuts and stretches; the length follows the highest index.
var a = [1, 2, 3];
a.length = 1;
print(a, a.length);
a.length = 4;
print(a, 3 in a);
a[9] = 'x';
print(a.length, a);
['2', 2.0, true, null, '0x3', { valueOf: function () { return 2; } }].forEach(function (n) { var b = [1, 2, 3]; b.length = n; print(n === null ? 'null' : typeof n, b.length); });
[-1, 1.5, NaN, 'x', 4294967296, undefined, {}].forEach(function (n) { print(outcome(function () { [].length = n; })); });
var fixed = [1, 2];
Object.defineProperty(fixed, 'length', { writable: false });
fixed[5] = 1; fixed.length = 0;
print(fixed, outcome(function () { fixed.push(1); }), outcome(function () { 'use strict'; fixed[2] = 1; }), attributes(fixed, 'length'));
var stuck = [1, 2, 3, 4];
Object.defineProperty(stuck, 1, { configurable: false });
stuck.length = 0;
print(stuck, stuck.length, outcome(function () { 'use strict'; stuck.length = 0; }));
