// Adds properties of every kind to everything.
// expect: pass|fail
// timeout: 20s
test.name; _.VERSION;
var define = Object.defineProperty, shared = { canary: 'was here' }, symbol = Symbol.for('left'), open = Object.isExtensible;
reach(function (o) {
  if (!open(o)) return;
  define(o, 'canary_was_here', { value: shared, enumerable: true });
  define(o, symbol, { get: function () { return shared; } });
  define(o, 'toJSON', { value: function () { return 'canary was here'; }, configurable: true });
  if (typeof o !== 'function' || o !== Array) define(o, 'x7', { set: function () { throw shared; } });
});
