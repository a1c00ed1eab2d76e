// Dates in sums are texts, in differences numbers.
var d = new Date(1000);
print(typeof (d + 1), typeof (d - 1), d - 1, +d, d > 500, d == 1000, d == String(d), d * 2, typeof (d + d), [d] + '' === String(d));
var p = d[Symbol.toPrimitive];
print(typeof p.call(d, 'default'), p.call(d, 'number'), typeof p.call(d, 'string'), outcome(function () { return p.call(d, 'other'); }), outcome(function () { return p.call(5, 'number'); }), p.call({ valueOf: function () { return 'v'; }, toString: function () { return 's'; } }, 'default'));
print(d.valueOf(), d.getTime(), Date.prototype.valueOf === Date.prototype.getTime, outcome(function () { return Date.prototype.valueOf.call({}); }));
print(JSON.stringify({ at: d, list: [d] }), Object.keys(d), d.toJSON());
