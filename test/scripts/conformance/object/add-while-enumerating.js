// What is added while for-in goes on may come or not; what was there comes once.
var o = { a: 1, b: 2, c: 3 }, seen = {};
for (var k in o) { seen[k] = (seen[k] || 0) + 1; if (Object.keys(o).length < 10) o['new' + k] = 1; }
print(seen.a, seen.b, seen.c, Object.keys(o).length);
var list = [1, 2, 3], n = 0;
for (var i in list) { n++; list[i] = 0; if (list.length < 6) list.push(9); }
print(n >= 3, list.slice(0, 3));
for (k in o) { o[k] = 5; Object.defineProperty(o, 'c', { enumerable: false, value: 1 }); }
print(Object.keys(o).length, o.a, o.c);
