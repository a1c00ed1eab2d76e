//// get
let p = new Proxy({}, { get: (t, k) => 'got ' + String(k) }); console.log(p.x);
//// set
const t = {}; const p = new Proxy(t, { set(o, k, v) { o[k] = v * 2; return true; } }); p.a = 2; console.log(t.a);
//// has
let p = new Proxy({}, { has: (t, k) => k === 'yes' }); console.log('yes' in p, 'no' in p);
//// deleteProperty
let p = new Proxy({ a: 1 }, { deleteProperty(t, k) { console.log('del', k); return delete t[k]; } }); delete p.a; console.log(p.a);
//// apply
let p = new Proxy(function (a) { return a; }, { apply: (f, self, args) => f(...args) + 1 }); console.log(p(1));
//// construct
let P = new Proxy(class { constructor(n) { this.n = n; } }, { construct: (T, a) => new T(a[0] + 1) }); console.log(new P(1).n);
//// Reflect in a trap
let p = new Proxy({ a: 1 }, { get: (...all) => Reflect.get(...all) }); console.log(p.a, p.b);
