// Every getter of UTC, over a spread of times.
var names = ['getUTCFullYear', 'getUTCMonth', 'getUTCDate', 'getUTCDay', 'getUTCHours', 'getUTCMinutes', 'getUTCSeconds', 'getUTCMilliseconds'];
[0, -1, 951782399999, 951782400000, 1709164800000, -2208988800000, -62135596800000, 4102444800000, 1234567890123, 8.64e15, -8.64e15, NaN].forEach(function (t) { var d = new Date(t); print(t, names.map(function (n) { return d[n](); })); });
names.forEach(function (n) { print(n, Date.prototype[n].length, outcome(function () { return Date.prototype[n].call({}); }), outcome(function () { return Date.prototype[n].call(5); })); });
