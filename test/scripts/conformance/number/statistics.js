// Means, medians, deviations, quantiles, and sums that lose little.
var data = [2, 4, 4, 4, 5, 5, 7, 9];
function mean(l) { return l.reduce(function (a, b) { return a + b; }) / l.length; }
function deviation(l) { var m = mean(l); return Math.sqrt(mean(l.map(function (x) { return (x - m) * (x - m); }))); }
function quantile(l, q) { var s = l.slice().sort(function (a, b) { return a - b; }), p = (s.length - 1) * q, i = Math.floor(p); return i + 1 < s.length ? s[i] + (p - i) * (s[i + 1] - s[i]) : s[i]; }
print(mean(data), deviation(data), quantile(data, 0.5), quantile(data, 0.9), quantile(data, 0), quantile(data, 1), Math.max.apply(null, data) - Math.min.apply(null, data));
function kahan(l) { var s = 0, c = 0; l.forEach(function (x) { var y = x - c, t = s + y; c = (t - s) - y; s = t; }); return s; }
var tenths = [];
for (var i = 0; i < 1000; i++) tenths.push(0.1);
print(tenths.reduce(function (a, b) { return a + b; }), kahan(tenths), 0.1 * 1000);
var histogram = {};
for (i = 0; i < 500; i++) { var k = Math.floor((i * 7919 % 1000) / 100); histogram[k] = (histogram[k] || 0) + 1; }
print(histogram, [1, 2, 3, 4].map(function (x) { return x * 2 + 1; }), (function (x, y) { var mx = mean(x), my = mean(y), n = 0, d = 0; x.forEach(function (v, i) { n += (v - mx) * (y[i] - my); d += (v - mx) * (v - mx); }); return n / d; })([1, 2, 3, 4], [3, 5, 7, 9]));
