// Tables growing in both directions.
var t = [];
for (var r = 0; r < 120; r++) { t.push([]); for (var c = 0; c < 120; c++) t[r].push(r * c % 10); }
var rows = t.map(function (r) { return r.reduce(function (a, b) { return a + b; }, 0); });
print(rows.reduce(function (a, b) { return a + b; }, 0), rows.slice(0, 5));
t.forEach(function (r) { r.unshift('x'); r.splice(50, 10); r.reverse(); });
print(t[7].length, t[7].slice(-3), t[119][0]);
var flat = [].concat.apply([], t);
print(flat.length, flat.indexOf('x'), flat.lastIndexOf('x'), flat.filter(function (v) { return v === 'x'; }).length);
