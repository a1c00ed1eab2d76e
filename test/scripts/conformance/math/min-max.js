// min and max of anything.
print(Math.min(), Math.max(), Math.min(1), Math.max(3, 1, 2), Math.min(0, -0), Math.max(-0, 0), Math.max(-0, -0), Math.min(NaN, 1), Math.max(1, 'x'), Math.max('10', 9), Math.min(null, 1), Math.max(undefined), Math.max([5]), Math.min(Infinity, -Infinity), Math.max.length, Math.min.length);
var log = [];
function v(n) { return { valueOf: function () { log.push(n); return n; } }; }
print(Math.max(v(NaN), v(1), v(3)), log, Math.max.apply(null, Array.apply(null, Array(500)).map(function (x, i) { return (i * 37) % 501; })));
