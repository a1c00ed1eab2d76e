// A property defined without attributes has none; one that was assigned has all.
var o = {};
Object.defineProperty(o, 'a', {});
Object.defineProperty(o, 'b', { value: 2 });
Object.defineProperty(o, 'c', { get: function c() { return 3; } });
o.d = 4;
Object.defineProperty(o, 'd', { enumerable: false });
Object.defineProperty(o, 'e', { value: 5, writable: 'yes', enumerable: 1, configurable: {} });
['a', 'b', 'c', 'd', 'e'].forEach(function (key) { print(key, attributes(o, key)); });
o.a = 9; o.b = 9; o.c = 9; o.d = 9;
print(o.a, o.b, o.c, o.d, delete o.b, delete o.e, o);
