// Deep lists, deep closures, deep JSON, deep prototypes, taken apart again.
var list = null;
for (var i = 0; i < 50000; i++) list = [i, list];
for (var n = 0, sum = 0; list; list = list[1]) { n++; sum += list[0]; }
print(n, sum);
var f = function () { return 0; };
for (i = 0; i < 300; i++) f = (function (g) { return function () { return g() + 1; }; })(f);
print(f());
var deep = {};
for (i = 0, n = deep; i < 300; i++) n = n.k = {};
print(JSON.stringify(deep).length, JSON.stringify(JSON.parse(JSON.stringify(deep))) === JSON.stringify(deep));
var nested = [];
for (i = 0; i < 400; i++) nested = [nested];
for (n = 0; nested.length; nested = nested[0]) n++;
print(n, String([[[[[['deep']]]]]]));
