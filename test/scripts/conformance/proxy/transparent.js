// A proxy without traps is its target, nearly.
var target = { a: 1, get me() { return this === target; }, f: function () { return this === p; } }, p = new Proxy(target, {});
p.b = 2;
print(target.b, p.f(), p.a, 'a' in p, Object.keys(p), p === target, delete p.b, target, p.hasOwnProperty('a'));
print(p instanceof Object);
print(Array.isArray(new Proxy([], {})), new Proxy([1, 2], {}).length, Object.prototype.toString.call(new Proxy([], {})), [].concat(new Proxy([1, 2], {})).length);
var a = new Proxy([], {});
a.push(1, 2, 3);
print(a.length, a[1], a.map(String), a.join('-'));
print(outcome(function () { return new Date(0).getTime.call(new Proxy(new Date(0), {})); }), outcome(function () { return Proxy({}, {}); }), outcome(function () { return new Proxy({}); }), outcome(function () { return new Proxy(1, {}); }), Proxy.length, Proxy.name, Proxy.prototype);
