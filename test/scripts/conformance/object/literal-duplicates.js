// The last of two equal names holds.
var o = { a: 1, b: 2, a: 3 };
print(o, Object.keys(o));
var p = { get a() { return 'get'; }, a: 'data' };
print(p, attributes(p, 'a'));
var q = { a: 'data', get a() { return 'get'; } };
print(q.a, Object.keys(q));
var r = { get a() { return 1; }, set a(v) {}, b: 0, get b() { return 2; } };
print(attributes(r, 'a').replace(/function \w*/g, 'f'), r.b);
(function () { 'use strict'; print({ x: 1, x: 2 }); })();
