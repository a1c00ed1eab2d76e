// Functions have a prototype with a constructor; natives and bound ones have none.
function F() {}
print(attributes(F, 'prototype').slice(0, 3), attributes(F.prototype, 'constructor').slice(0, 3), F.prototype.constructor === F);
print(F.hasOwnProperty('prototype'), [].push.hasOwnProperty('prototype'), parseInt.prototype, F.bind().prototype);
var old = new F();
F.prototype = { constructor: F, kind: 'new' };
var fresh = new F();
print(old instanceof F, fresh instanceof F, old.kind, fresh.kind);
F.prototype = 5;
print(Object.getPrototypeOf(new F()) === Object.prototype);
print(delete F.prototype, typeof F.prototype, Object.getOwnPropertyNames(Function.prototype).indexOf('bind') >= 0);
print(typeof Function.prototype, Function.prototype(1, 2), Function.prototype.length, Function.prototype.name === '');
