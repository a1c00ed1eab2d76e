// Adding days and months, and differences.
function addDays(d, n) { var c = new Date(d.getTime()); c.setUTCDate(c.getUTCDate() + n); return c; }
var d = new Date(Date.UTC(2020, 1, 28));
print(addDays(d, 1), addDays(d, 2), addDays(d, -28), addDays(d, 366), (addDays(d, 100) - d) / 864e5);
var e = new Date(Date.UTC(2020, 0, 31));
e.setUTCMonth(1);
print(e);
var list = [3, 1, 2].map(function (n) { return new Date(n * 1e9); });
print(list.sort(), list.map(Number).sort(function (a, b) { return a - b; }), Math.max.apply(null, list));
var o = {};
o[new Date(0).toISOString()] = 1;
print(Object.keys(o), new Date(5) == new Date(5), new Date(5).getTime() == new Date(5).getTime(), new Date(1) < new Date(2));
for (var t = 0, sum = 0; t < 2e12; t += 123456789012) { var x = new Date(t); sum += x.getUTCDate() * 3 + x.getUTCDay() + x.getUTCHours(); if (Date.parse(x.toISOString()) !== t) print('not the same', t); }
print(sum);
