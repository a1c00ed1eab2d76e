// A membrane that counts, wraps what it gives, and can be shut.
function membrane(target) { var open = true, count = 0; function wrap(v) { if (v === null || (typeof v !== 'object' && typeof v !== 'function')) return v; return new Proxy(v, { get: function (t, k) { if (!open) throw new TypeError('shut'); count++; return wrap(t[k]); }, set: function (t, k, v) { if (!open) throw new TypeError('shut'); t[k] = v; return true; }, apply: function (t, that, args) { if (!open) throw new TypeError('shut'); return wrap(t.apply(undefined, args)); } }); } return { proxy: wrap(target), shut: function () { open = false; }, count: function () { return count; } }; }
var m = membrane({ a: { b: [1, { c: 2 }] }, f: function (x) { return { got: x }; } }), p = m.proxy;
print(p.a.b[1].c, p.f(5).got, m.count());
p.a.n = 7;
var inner = p.a;
m.shut();
print(outcome(function () { return p.a; }), outcome(function () { return inner.n; }), outcome(function () { inner.x = 1; }), m.count());
