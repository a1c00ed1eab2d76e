// Frozen objects refuse everything, silently or, in strict code, with a TypeError.
var o = Object.freeze({ a: 1, nested: { b: 2 }, get g() { return 3; } });
o.a = 2; o.c = 3; delete o.a;
o.nested.b = 'changed';
print(o, Object.isFrozen(o), Object.isSealed(o), Object.isExtensible(o), Object.isFrozen(o.nested));
print(attributes(o, 'a'), attributes(o, 'g'));
(function () {
  'use strict';
  print(outcome(function () { o.a = 2; }), outcome(function () { o.c = 2; }), outcome(function () { delete o.a; }));
  print(outcome(function () { o.g = 1; }));
})();
print(outcome(function () { return Object.setPrototypeOf(o, {}); }), outcome(function () { return Object.setPrototypeOf(o, Object.prototype) === o; }));
var list = Object.freeze([1, 2, 3]);
print(outcome(function () { return list.push(4); }), outcome(function () { return list.pop(); }), outcome(function () { list.length = 0; return list.length; }));
print(outcome(function () { return list.sort(function (a, b) { return b - a; }); }), list, Object.freeze(5), Object.isFrozen('x'));
