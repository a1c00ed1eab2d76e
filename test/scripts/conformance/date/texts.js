// The texts of dates hold their parts and are read back.
var d = new Date(2021, 5, 15, 10, 20, 30);
['toString', 'toDateString', 'toTimeString', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toUTCString', 'toGMTString'].forEach(function (n) { print(n, typeof d[n](), d[n]().length > 5, Date.prototype[n].length, outcome(function () { return Date.prototype[n].call({}); })); });
print(/2021/.test(d.toString()), /10:20:30/.test(d.toString()), /2021/.test(d.toDateString()), /10:20:30/.test(d.toTimeString()), Date.prototype.toGMTString === Date.prototype.toUTCString);
print(new Date(d.toISOString()).getTime() === d.getTime(), Date.prototype.constructor === Date);
