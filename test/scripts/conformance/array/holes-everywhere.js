// Holes in literals, and in each method that meets them.
var a = [, 1, , 2, ,];
print(a.length, a, Object.keys(a), a.indexOf(undefined), a.concat(a).length, a.join('-'), a.filter(function () { return 1; }));
print(a.map(function (v) { return v * 2; }), a.every(function (v) { return v > 0; }), a.some(function (v) { return v === undefined; }), a.reduce(function (x, y) { return x + y; }));
print(a.lastIndexOf(undefined), JSON.stringify(a), a.toString(), [].concat([, ]).length);
print(a.slice(2));
var n = 0;
for (var i in a) n++;
print(n, a.push(9), a, a.shift(), a, a.unshift(7), a, a.reverse(), a.splice(1, 2), a);
