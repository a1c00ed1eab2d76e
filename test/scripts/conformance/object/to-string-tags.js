// Object.prototype.toString names each kind.
var values = [undefined, null, 1, 'x', true, {}, [], function () {}, /x/, new Date(0), new Error(), Math, JSON, new Number(1),
  new String(''), new Boolean(false), new ArrayBuffer(1), new Uint8Array(1), new DataView(new ArrayBuffer(1)), Symbol('x'),
  Object.create(null), (function () { return arguments; })(), new TypeError(), Object.prototype, Array.prototype, Function.prototype];
values.forEach(function (v) { print(Object.prototype.toString.call(v)); });
var tagged = {};
tagged[Symbol.toStringTag] = 'Mine';
print(String(tagged), Object.prototype.toString.call(Object.create(tagged)));
tagged[Symbol.toStringTag] = 5;
print(String(tagged));
