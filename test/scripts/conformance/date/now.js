// The clock goes forward and is a whole number.
var a = Date.now(), b = Date.now(), c = new Date().getTime();
print(typeof a, a % 1, b >= a, c >= b, c - a < 60000, a > 1577836800000, Date.now.length, Math.abs(Date.parse(new Date(a).toISOString()) - a));
print(typeof Date(), new Date() instanceof Date, typeof performance === 'undefined' || typeof performance.now() === 'number');
