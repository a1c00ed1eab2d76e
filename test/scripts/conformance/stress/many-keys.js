// An object grows to thousands of keys, and shrinks.
var o = {};
for (var i = 0; i < 4000; i++) { o['key' + i] = i; if ([1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 511, 512, 1023, 1024, 2047, 2048].indexOf(i) >= 0) print(i, Object.keys(o).length, o.key0, o['key' + i], o['key' + (i + 1)]); }
var sum = 0;
for (var k in o) sum += o[k];
print(sum, Object.keys(o).length, Object.keys(o)[3999]);
for (i = 0; i < 4000; i++) if (i % 5) delete o['key' + i];
print(Object.keys(o).length, o.key5, o.key6, Object.keys(o).slice(-2));
for (i = 0; i < 2000; i++) o['new' + i] = -i;
print(Object.keys(o).length, o.new1999, o.key3995, Object.keys(o).slice(0, 2), Object.keys(o).slice(-1));
for (k in o) delete o[k];
print(Object.keys(o).length);
