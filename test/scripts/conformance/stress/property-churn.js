// Properties added and removed, changed in kind, over and over.
var o = {};
for (var round = 0; round < 60; round++) {
  for (var i = 0; i < 40; i++) o['p' + i] = round;
  for (i = 0; i < 40; i += 3) delete o['p' + i];
  for (i = 1; i < 40; i += 7) (function (i) { Object.defineProperty(o, 'p' + i, { get: function () { return i; }, configurable: true, enumerable: i % 2 === 0 }); })(i);
  for (i = 1; i < 40; i += 7) Object.defineProperty(o, 'p' + i, { value: 'data' + round, writable: true, enumerable: true });
}
print(Object.keys(o).length, o.p1, o.p2, o.p3, o.p8, Object.keys(o).sort().slice(0, 5));
var list = [];
for (i = 0; i < 1000; i++) { var x = {}; x['k' + i % 17] = i; x['j' + i % 13] = i; delete x['k' + i % 17]; x.z = i; list.push(Object.keys(x).join()); }
print(list.filter(function (k) { return k === 'j5,z'; }).length, list[12]);
