// ownKeys decides what is listed.
var p = new Proxy({ a: 1, b: 2, c: 3 }, { ownKeys: function () { return ['c', 'a', 'virtual']; } });
print(Object.getOwnPropertyNames(p), Reflect.ownKeys(p));
note(Object.keys(p));
print(outcome(function () { return Object.getOwnPropertyNames(new Proxy({}, { ownKeys: function () { return 5; } })); }), outcome(function () { return Object.getOwnPropertyNames(new Proxy({}, { ownKeys: function () { return [1]; } })); }));
print(outcome(function () { return Object.getOwnPropertyNames(new Proxy(Object.freeze({ a: 1 }), { ownKeys: function () { return []; } })); }));
var q = new Proxy({ x: 1, y: 2 }, {});
for (var k in q) print(k);
print(Object.keys(q), JSON.stringify(q), Object.keys(new Proxy([5, 6], {})));
