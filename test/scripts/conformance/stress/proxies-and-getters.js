// Thousands of calls through proxies, getters and bound functions.
var n = 0, p = new Proxy({}, { get: function (t, k) { n++; return k.length; }, has: function () { n++; return true; }, set: function (t, k, v) { n++; t[k] = v; return true; } });
for (var i = 0, sum = 0; i < 3000; i++) { sum += p['k' + i]; p['s' + i % 10] = i; if ('x' in p) sum++; }
print(n, sum);
var o = { get g() { return this.v++; }, v: 0 }, bound = function (a, b) { return this.v + a + b; }.bind(o, 1);
for (i = 0; i < 3000; i++) sum += o.g + bound(i);
print(sum, o.v);
