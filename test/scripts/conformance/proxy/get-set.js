// get and set traps, their arguments and what they give.
var log = [], target = { a: 1 };
var p = new Proxy(target, { get: function (t, k, r) { log.push('get ' + String(k) + (t === target) + (r === p)); return k in t ? t[k] : 'none'; }, set: function (t, k, v, r) { log.push('set ' + k + v + (r === p)); t[k] = v * 2; return true; } });
p.b = 5;
print(p.a, p.b, p.zzz, target, log);
log.length = 0;
var child = Object.create(p);
print(child.a);
(function () { 'use strict'; var q = new Proxy({}, { set: function () { return false; } }); print(outcome(function () { q.x = 1; })); })();
var loose = new Proxy({}, { set: function () { return false; } });
loose.x = 1;
print(loose.x, new Proxy([1, 2, 3], { get: function (t, k) { return k < 0 ? t[t.length + Number(k)] : t[k]; } })[-1]);
