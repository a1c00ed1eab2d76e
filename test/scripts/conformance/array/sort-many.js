// Sorting two thousand texts and objects, all of them different.
var words = [], seed = 12345;
for (var i = 0; i < 2000; i++) { seed = (seed * 16807) % 2147483647; words.push(seed.toString(36)); }
words.sort();
print(words.slice(0, 5), words.slice(-3), words.every(function (w, i) { return i === 0 || words[i - 1] < w; }));
var objects = words.map(function (w, i) { return { w: w, key: (i * 7919) % 2003 }; });
objects.sort(function (a, b) { return a.key - b.key; });
print(objects.slice(0, 4).map(function (o) { return o.key; }), objects[1999].key);
objects.sort(function (a, b) { return a.w < b.w ? 1 : -1; });
print(objects[0].w === words[1999], objects[1999].w === words[0]);
var up = words.slice().sort(), down = words.slice().reverse().sort();
print(up.join() === down.join());
