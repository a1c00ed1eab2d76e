// Proxies of proxies, and proxies as handlers and prototypes.
var log = [];
function traced(name, t) { return new Proxy(t, { get: function (t, k) { log.push(name + '.' + String(k)); return t[k]; } }); }
print(outcome(function () { return traced('outer', traced('inner', { x: 5 })).x; }), log);
log = [];
var handler = new Proxy({}, { get: function (t, k) { log.push('trap ' + String(k)); return undefined; } });
print(outcome(function () { new Proxy({ a: 1 }, handler).a; }));
log = [];
handler = {};
['get', 'set', 'has', 'deleteProperty'].forEach(function (n) { handler[n] = function () { log.push(n); return true; }; });
var p = new Proxy({ a: 1 }, handler);
p.a; p.b = 1; 'a' in p; delete p.b;
print(log);
var proto = new Proxy({}, { get: function (t, k) { return typeof k === 'string' ? 'virtual ' + k : undefined; } });
var o = Object.create(proto);
o.own = 1;
print(o.own, o.missing, o.other);


