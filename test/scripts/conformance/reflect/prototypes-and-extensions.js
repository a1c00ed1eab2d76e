// Reflect answers with booleans where Object throws.
var o = {}, base = { b: 1 };
print(Reflect.setPrototypeOf(o, base), Reflect.getPrototypeOf(o) === base, Reflect.setPrototypeOf(base, o), Reflect.isExtensible(o), Reflect.preventExtensions(o), Reflect.isExtensible(o), Reflect.setPrototypeOf(o, {}), Reflect.setPrototypeOf(o, base));
print(Reflect.defineProperty(o, 'x', { value: 1 }), Reflect.defineProperty({}, 'x', { value: 1 }), Reflect.defineProperty(Object.freeze({ x: 1 }), 'x', { value: 2 }), Reflect.getOwnPropertyDescriptor({ a: 1 }, 'a'), Reflect.getOwnPropertyDescriptor({}, 'a'));
print(Reflect.ownKeys({ b: 1, 2: 1, [Symbol('s')]: 1, a: 1, 1: 1 }), Reflect.ownKeys([1]), outcome(function () { return Reflect.setPrototypeOf({}, 5); }), outcome(function () { return Reflect.defineProperty({}, 'x', 5); }));
