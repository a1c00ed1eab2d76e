// What is deleted before its turn is not visited.
var o = { a: 1, b: 2, c: 3, d: 4 };
var seen = [];
for (var key in o) { seen.push(key); delete o.c; if (key === 'a') delete o.b; }
print(seen, o);
var list = [1, 2, 3, 4, 5], at = [];
for (var i in list) { at.push(i); list.pop(); }
print(at, list);
var again = { x: 1, y: 2 }, names = [];
for (var k in again) { names.push(k); delete again[k]; }
print(names, again);
var base = { p: 1 }, child = Object.create(base);
child.q = 1;
var walked = [];
for (var w in child) { walked.push(w); delete base.p; }
print(walked);
