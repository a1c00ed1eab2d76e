// Circles are refused; the same object twice is not a circle.
var a = { n: 1 };
a.self = a;
print(outcome(function () { return JSON.stringify(a); }));
var list = [];
list.push([list]);
print(outcome(function () { return JSON.stringify(list); }));
var shared = { s: 1 };
print(JSON.stringify([shared, shared, { x: shared }]));
var p = {}, q = { p: p };
p.q = q;
print(outcome(function () { return JSON.stringify(p); }), outcome(function () { return JSON.stringify(p, function (k, v) { return k === 'p' ? 'cut' : v; }); }), outcome(function () { return JSON.stringify(p, ['x']); }));
var getter = { get g() { return getter; } };
print(outcome(function () { return JSON.stringify(getter); }));
