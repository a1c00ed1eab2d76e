// defineProperty and getOwnPropertyDescriptor through proxies without such traps.
var t = { a: 1 }, p = new Proxy(t, {});
Object.defineProperty(p, 'b', { value: 2, enumerable: true });
print(t.b, attributes(t, 'b'), Object.getOwnPropertyDescriptor(p, 'a'), p.propertyIsEnumerable('a'), 'b' in p, outcome(function () { 'use strict'; p.b = 5; }));
print(Object.getPrototypeOf(p) === Object.prototype, Object.isExtensible(p), Reflect.getPrototypeOf(p) === Reflect.getPrototypeOf(t));
var list = new Proxy([3, 1, 2], {});
print(list.slice(), list.concat([9]).length, list.indexOf(1), list.reduce(function (a, b) { return a + b; }), list.length, list.sort === [].sort);
list[5] = 'x';
print(list.length, delete list[5], list.length);
