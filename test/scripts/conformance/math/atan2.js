// Every corner of atan2.
var v = [0, -0, 1, -1, Infinity, -Infinity, NaN];
v.forEach(function (y) { print(y, v.map(function (x) { var a = Math.atan2(y, x); return Object.is(a, -0) ? '-0' : isNaN(a) ? 'NaN' : a.toFixed(10); })); });
print(Math.atan2.length, Math.atan2(), Math.atan2(1), Math.atan2('1', [1]).toFixed(8));
