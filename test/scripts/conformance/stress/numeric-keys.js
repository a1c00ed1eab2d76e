// Objects with numbers as keys, in any order.
var o = {}, seed = 1, added = 0;
for (var i = 0; i < 3000; i++) { seed = (seed * 16807) % 2147483647; var k = seed % 5000; if (!(k in o)) added++; o[k] = i; }
var keys = Object.keys(o).map(Number);
print(added === keys.length, keys.every(function (k, i) { return i === 0 || keys[i - 1] < k; }), keys.length, keys.slice(0, 5));
var big = {};
for (i = 0; i < 500; i++) big[4294967290 + i] = i;
print(Object.keys(big).length, Object.keys(big).slice(0, 8), big['4294967789']);
var neg = {};
for (i = 5; i > -5; i--) neg[i] = i;
print(Object.keys(neg));
