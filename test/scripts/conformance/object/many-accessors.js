// Getters and setters for a hundred names, made in a loop.
var store = {}, o = {};
function define(i) {
  Object.defineProperty(o, 'p' + i, {
    get: function () { return (store[i] || 0) + i; }, set: function (v) { store[i] = v * 2; }, enumerable: i % 3 === 0, configurable: i % 2 === 0
  });
}
for (var i = 0; i < 100; i++) define(i);
for (i = 0; i < 100; i += 7) o['p' + i] = i;
var sum = 0;
for (i = 0; i < 100; i++) sum += o['p' + i];
print(sum, Object.keys(o).length, Object.getOwnPropertyNames(o).length);
var gone = 0;
for (i = 0; i < 100; i++) if (delete o['p' + i]) gone++;
print(gone, Object.getOwnPropertyNames(o).length, Object.keys(o).length, o.p99, o.p98);
