// Poisons constructors, conversions and the functions that functions have.
// expect: pass|fail
[Object, Array, Function, String, Number, Boolean, Date, RegExp, Error, TypeError, RangeError, SyntaxError, Uint8Array].forEach(function (C) {
  var bad = function () { throw new Error('canary was here'); };
  Object.defineProperty(C, Symbol.hasInstance, { value: bad });
  C.prototype.constructor = bad;
  if (C !== Object) C.prototype[Symbol.toPrimitive] = bad;
});
Array.prototype.concat = Array.prototype.slice = Array.prototype.join = function () { return ['canary was here']; };
Array.prototype[0] = 'canary was here';
Object.defineProperty(Array.prototype, '1', { get: function () { return 'canary was here'; }, set: function () {} });
Function.prototype.call = Function.prototype.apply = Function.prototype.toString = function () { return 'canary was here'; };
RegExp.prototype.exec = function () { return null; };
Error.prototype.toString = Error.prototype.name = 'canary was here';
Object.defineProperty(Error.prototype, 'stack', { get: function () { return 'canary was here'; } });
Error.prototype.__proto__ = null;
Object.prototype.__proto__ = 5;
JSON.stringify = eval = parseInt = encodeURIComponent = function () { return 'canary was here'; };
Object.setPrototypeOf(globalThis, new Proxy({}, {}));
