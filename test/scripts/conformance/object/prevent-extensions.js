// What is closed takes no new properties, and loses the ones it has for good.
var o = Object.preventExtensions({ a: 1, b: 2 });
o.c = 3;
print(o, delete o.a, o);
o.a = 1;
print(o, Object.isExtensible(o), Object.isSealed(o), Object.isFrozen(o));
delete o.b;
print(Object.isSealed(o), Object.isFrozen(o));
(function () { 'use strict'; print(outcome(function () { o.n = 1; })); })();
var list = Object.preventExtensions([1]);
list[5] = 1;
print(list, outcome(function () { return list.push(1); }));
print(Object.preventExtensions(7), Object.isExtensible(7), Object.isExtensible('x'), Object.isExtensible(null));
