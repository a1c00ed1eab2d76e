// Symbol properties through every reflective function.
var s = Symbol('s'), o = {};
Object.defineProperty(o, s, { value: 1, configurable: true });
print(attributes(o, s), delete o[s], s in o);
[function () { return Reflect.has(o, s); }, function () { return Reflect.get(o, s); }, function () { return Reflect.set({}, s, 2); }, function () { return Reflect.deleteProperty(o, s); }, function () { return Reflect.getOwnPropertyDescriptor(o, s); }].forEach(function (f) { print(outcome(f)); });
Object.defineProperties(o, { a: { value: 1, enumerable: true } });
o[s] = 'assigned';
print(Object.prototype.hasOwnProperty.call(o, s), Object.prototype.propertyIsEnumerable.call(o, s), o.__lookupGetter__(s), Object.isFrozen(Object.freeze(o)), attributes(o, s));
o.__defineGetter__ && print(outcome(function () { o.__defineGetter__(Symbol('t'), function () {}); }));
var inherited = Object.create(o);
print(inherited[s], s in inherited, inherited.hasOwnProperty(s), outcome(function () { 'use strict'; inherited[s] = 1; }));
