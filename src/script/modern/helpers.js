// What transpiled scripts call: TypeScript's own helpers, and those that src/script/modern/transpiler.js adds.
var tslib = require('tslib');
var construct = Reflect.construct, getPrototypeOf = Object.getPrototypeOf, setPrototypeOf = Object.setPrototypeOf;
var toText = Function.prototype.toString, apply = Function.prototype.apply, slice = Array.prototype.slice;

for (var name in tslib) exports[name] = tslib[name];

// As tslib's, but that a prototype's constructor is not listed.
exports.__extends = function (child, parent) {
  if (typeof parent !== 'function') throw new TypeError('Class extends value ' + String(parent) + ' is not a constructor');
  setPrototypeOf(child, parent);
  child.prototype = Object.create(parent.prototype, { constructor: { value: child, writable: true, configurable: true } });
};

var expected = null;  // the class that is called, without `new`, to make another's object

function isNative(made) { return /\[native code\]/.test(toText.call(made)); }

// What is built in makes an object of its own, which is then given the prototype that is wanted.
function makeAs(target, self, list) {
  if (isNative(target)) return setPrototypeOf(construct(target, list), getPrototypeOf(self));
  expected = target;  // a class takes note of it at once; an older function does not
  var made;
  try {
    made = apply.call(target, self, list);
  } finally {
    expected = null;
  }
  return (typeof made === 'object' && made !== null) || typeof made === 'function' ? made : self;
}

// super(…args), called in the constructor that made `self`.
exports.__super = function (parent, self, args) { return makeAs(parent, self, slice.call(args)); };

// A class, called without `new`.
exports.__notCalled = function (called, name) {
  if (expected !== called) throw new TypeError('Class constructor ' + name + " cannot be invoked without 'new'");
  expected = null;
};

// The engine's own cannot make an object for another's sake.
exports.construct = function (target, args, newTarget) {
  return newTarget === target ? construct(target, args) : makeAs(target, Object.create(newTarget.prototype), slice.call(args));
};

// As the language has it: what is no iterable cannot be taken apart. Arguments and typed arrays are, and the engine does
// not know.
function iterate(from) {
  var method = from[Symbol.iterator];
  if (typeof method === 'function') return method.call(from);
  if (Object.prototype.toString.call(from) === '[object Arguments]' || ArrayBuffer.isView(from)) {
    return Array.prototype.slice.call(from)[Symbol.iterator]();
  }
  throw new TypeError(typeof from + ' is not iterable');
}

exports.__values = iterate;

exports.__read = function (from, most) {
  var taken = [], step, failed = true, iterator = iterate(from);
  try {
    while ((most === undefined || most-- > 0) && !(step = iterator.next()).done) taken.push(step.value);
    failed = false;
  } finally {
    if (!failed && step && !step.done && iterator['return']) iterator['return']();
  }
  return taken;
};

exports.__makeTemplateObject = function (cooked, raw) {
  Object.defineProperty(cooked, 'raw', { value: Object.freeze(raw) });
  return Object.freeze(cooked);
};

// Gives a function the name, and the number of arguments, that its author's has.
exports.__name = function (made, name, length) {
  Object.defineProperty(made, 'name', { value: name, configurable: true });
  return length === undefined ? made : Object.defineProperty(made, 'length', { value: length, configurable: true });
};
