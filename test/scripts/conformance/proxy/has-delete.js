// has and deleteProperty.
var log = [];
var p = new Proxy({ a: 1, secret: 2 }, { has: function (t, k) { log.push('has ' + String(k)); return k[0] !== 's' && k in t; }, deleteProperty: function (t, k) { log.push('delete ' + k); if (k === 'a') return false; return delete t[k]; } });
print('a' in p, 'secret' in p, 'b' in p, delete p.secret, delete p.a, p.a, outcome(function () { 'use strict'; delete p.a; }), log);
with (new Proxy({ x: 'in with' }, { has: function (t, k) { return k === 'x'; } })) print(x);
print(outcome(function () { return 'f' in new Proxy(Object.freeze({ f: 1 }), { has: function () { return false; } }); }), outcome(function () { return delete new Proxy(Object.freeze({ f: 1 }), { deleteProperty: function () { return true; } }).f; }));
