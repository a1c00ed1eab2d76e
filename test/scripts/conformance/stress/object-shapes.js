// A thousand objects of different shapes, read by the same code.
var objects = [], total = 0;
for (var i = 0; i < 1000; i++) { var o = {}; for (var k = 0; k <= i % 40; k++) o['f' + (i * k) % 97] = k; objects.push(o); }
for (var r = 0; r < 5; r++) objects.forEach(function (o) { for (var k in o) total += o[k]; total += 'f0' in o ? 1 : 0; });
print(total, objects.filter(function (o) { return o.f0 === 0; }).length, Object.keys(objects[39]).length);
objects.forEach(function (o, i) { if (i % 2) Object.freeze(o); o.added = i; });
print(objects.filter(function (o) { return o.added !== undefined; }).length, Object.isFrozen(objects[1]));
