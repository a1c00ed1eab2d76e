// Arrays behind proxies with traps.
var log = [], p = new Proxy(['a', 'b', 'c'], { get: function (t, k) { log.push(String(k)); return t[k]; } });
print(p[0], p.length, log);
log.length = 0;
print(p.join('-'), log.indexOf('length') >= 0, log.indexOf('2') >= 0);
log.length = 0;
for (var i = 0, s = ''; i < p.length; i++) s += p[i];
print(s, log);
var negative = new Proxy([10, 20, 30], { get: function (t, k) { var n = Number(k); return n < 0 ? t[t.length + n] : t[k]; } });
print(negative[-1], negative[-3], negative[1], negative.length);
var range = new Proxy({}, { has: function (t, k) { var m = /^(\d+)$/.exec(k); return !!m && +m[1] < 10; }, get: function (t, k) { return k === 'length' ? 10 : Number(k) * 2; } });
print(new Proxy({}, { get: function (t, k) { return typeof k; } })[5]);
print('5' in range, '15' in range, [].map.call(range, function (v) { return v; }), [].filter.call(range, function (v) { return v > 12; }));
