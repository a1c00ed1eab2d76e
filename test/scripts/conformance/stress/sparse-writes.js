// Arrays written in strange orders.
var a = [], seed = 3;
for (var i = 0; i < 3000; i++) { seed = (seed * 16807) % 2147483647; a[seed % 20000] = i; }
var n = 0;
a.forEach(function () { n++; });
print(a.length <= 20000, n === Object.keys(a).length, n);
for (i = a.length - 1; i >= 0; i -= 2) delete a[i];
for (i = 0; i < 2000; i++) a[i] = i;
print(a.slice(0, 2000).every(function (v, i) { return v === i; }), a.slice(1990, 2000));
a.length = 100;
a[200] = 1;
a.push(2);
print(a.length, Object.keys(a).length, a.sort(function (x, y) { return y - x; }).slice(0, 3), a.length);
