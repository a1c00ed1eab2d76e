// Accessors on arrays, functions, arguments, prototypes of primitives and globals.
var log = [];
function f() {}
Object.defineProperty(f, 'computed', { get: function () { return this === f; } });
Object.defineProperty(globalThis, 'globalGetter', { get: function () { log.push('read'); return 7; }, set: function (v) { log.push('wrote ' + v); }, configurable: true });
globalGetter = 5;
print(globalGetter, f.computed, log, typeof globalGetter, log.length, delete globalThis.globalGetter, typeof globalGetter);
Object.defineProperty(String.prototype, 'first', { get: function () { return this[0]; }, configurable: true });
Object.defineProperty(Array.prototype, 'last', { get: function () { return this[this.length - 1]; }, configurable: true });
print('abc'.first, [1, 2, 3].last, [].last, Object.keys([1]), 'first' in Object('x'));
delete String.prototype.first; delete Array.prototype.last;
(function () { Object.defineProperty(arguments, 0, { get: function () { return 'got'; } }); print(arguments[0], [].slice.call(arguments)); })(1, 2);
Object.defineProperty(Object.prototype, 'everywhere', { set: function (v) { log.push('set on ' + typeof this); }, configurable: true });
({}).everywhere = 1; [].everywhere = 1; (function () {}).everywhere = 1;
var literal = { everywhere: 'defined' };
print(log.slice(-3), literal.everywhere, JSON.parse('{"everywhere":1}').everywhere);
delete Object.prototype.everywhere;
