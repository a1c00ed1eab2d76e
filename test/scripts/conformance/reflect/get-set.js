// Reflect.get and set, has and deleteProperty.
var o = { a: 1, get g() { return this.tag; }, set s(v) { this.kept = v; } };
print(Reflect.get(o, 'a'), Reflect.get(o, 'none'), Reflect.set(o, 'b', 2), o.b, Reflect.has(o, 'b'), Reflect.has(o, 'toString'), Reflect.deleteProperty(o, 'b'), Reflect.has(o, 'b'), Reflect.deleteProperty(o, 'none'), Reflect.set(o, 's', 7), o.kept);
print(Reflect.set(Object.freeze({ x: 1 }), 'x', 2), Reflect.deleteProperty(Object.freeze({ x: 1 }), 'x'), Reflect.set([], 'length', 3), Reflect.get([5], 0), Reflect.get(o, 'g'));
[1, 'x', null, undefined].forEach(function (bad) { ['get', 'set', 'has', 'deleteProperty', 'ownKeys', 'getPrototypeOf', 'isExtensible', 'preventExtensions', 'setPrototypeOf', 'defineProperty', 'getOwnPropertyDescriptor'].forEach(function (f) { print(f, outcome(function () { return Reflect[f](bad, 'x', {}); })); }); });
