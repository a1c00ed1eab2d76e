// Indices computed in every way.
var a = [10, 20, 30, 40];
var i = 1;
print(a[i++] + a[i], a[--i], a[i + 1], a['1'], a[1.0], a['1.0'], a[-0], a['-0'], a[+true], a[[2]], a[{ toString: function () { return '3'; } }], a[a.length - 1], a[a[0] / 10], a[1 << 1], a[~~1.9], a[4 % 3]);
a[a.length] = 50; a[a.length + 1] = 70;
print(a.length, a[5], 5 in a, a.indexOf(undefined));
a[i] = a[i + 1] = a[i + 2] = 0;
print(a, (a[0] = 1) + (a[0] = 2), a[0]);
var j = 0;
a[j] = j = j + 1;
print(a[0], a[1], j);
