// Sparse arrays: what is there, what is counted.
var a = [];
a[3] = 'three'; a[100] = 'hundred'; a[50000] = 'far';
print(a.length, Object.keys(a), 4 in a, a[4], a.indexOf('far'), a.lastIndexOf('hundred'));
var visits = 0;
a.forEach(function () { visits++; });
print(visits, a.filter(function () { return true; }), a.map(function (v) { return v; }).length);
a.length = 101;
print(Object.keys(a), a.slice(98), a.reduce(function (x, y) { return x + y; }));
a.sort();
print(a.length, Object.keys(a), a[0], a[1]);
delete a[0];
print(0 in a, a.length, a.join('').length, [, ].length, [, ,].length, [1, , ].length, [, 1].length);
