// Getters and proxies are asked while writing.
var n = 0;
var o = { get a() { return ++n; }, get b() { delete this.c; return 'b'; }, c: 'gone' };
print(JSON.stringify(o), JSON.stringify(o), n);
print(outcome(function () { return JSON.stringify({ get x() { throw new RangeError('getter'); } }); }));
var p = new Proxy({ a: 1, b: [1] }, { get: function (t, k) { return typeof t[k] === 'number' ? t[k] * 100 : t[k]; } });
print(JSON.stringify(p), JSON.stringify(new Proxy([1, 2], {})), JSON.stringify({ in: new Proxy({ x: 1 }, { ownKeys: function () { return ['x']; } }) }));
