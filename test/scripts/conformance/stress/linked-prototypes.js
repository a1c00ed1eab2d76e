// Long chains of prototypes.
var o = { bottom: 'found' };
for (var i = 0; i < 500; i++) { o = Object.create(o); o['p' + i] = i; }
print(o.bottom, o.p0, o.p499, 'none' in o);
var n = 0;
for (var k in o) n++;
print(n, Object.keys(o));
for (var depth = 0, at = o; at; at = Object.getPrototypeOf(at)) depth++;
print(depth);
o.bottom = 'above';
print(o.bottom, Object.getPrototypeOf(o).bottom);
