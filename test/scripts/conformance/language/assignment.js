// Assignments of every form, and what they give.
var a, b, c;
print(a = b = c = 3, a, b, c);
var o = { n: 10, s: 'x' };
print(o.n += 5, o.n -= 3, o.n *= 2, o.n /= 4, o.n %= 4, o.n <<= 3, o.n >>= 1, o.n >>>= 1, o.n |= 9, o.n &= 12, o.n ^= 5, o.s += 'y', o.s += 1, o.missing += 1, o.n **= 2);
var arr = [1, 2];
print(arr[0]++ + ++arr[0], arr, arr[arr.length] = 9, arr, (arr.length = 1) + 1, arr);
print(outcome(function () { 'use strict'; undeclaredName = 1; }), (function () { looseName = 7; return looseName; })(), outcome(function () { return eval('1 = 2'); }) !== '1', outcome(function () { null.x = 1; }));
var getterCalls = 0, g = { get v() { getterCalls++; return 1; }, set v(x) { getterCalls += 10; } };
g.v += 1; g.v++; g.v = g.v;
print(getterCalls, (o = { p: 1 }).p, o);
