// const names are of the function here, and refuse assignment in strict code.
const a = 5, b = a * 2;
print(a, b);
(function () { const a = 'inner'; print(a); })();
print(outcome(function () { 'use strict'; const c = 1; c = 2; return c; }));
print(outcome(function () { const o = { n: 1 }; o.n = 2; return o.n; }), outcome(function () { const f = function () { return typeof f; }; return f(); }));
print(outcome(function () { return eval('for (const k in { x: 1 }) k'); }));
print(outcome(function () { return eval('const d;'); }));
