// Sealed objects keep their properties, whose values may change.
var o = Object.seal({ a: 1, b: 2 });
o.a = 10; o.c = 3;
print(delete o.b, o, Object.isSealed(o), Object.isFrozen(o), Object.isExtensible(o));
print(attributes(o, 'a'));
print(outcome(function () { return Object.defineProperty(o, 'a', { value: 11 }).a; }));
print(outcome(function () { return Object.defineProperty(o, 'a', { enumerable: false }); }));
print(outcome(function () { return Object.defineProperty(o, 'd', { value: 1 }); }));
var list = Object.seal([1, 2]);
print(outcome(function () { return list.push(3); }), list.length, outcome(function () { return list.reverse(); }));
print(Object.isSealed({}), Object.isSealed(Object.preventExtensions({})), Object.isFrozen(Object.preventExtensions({})));
