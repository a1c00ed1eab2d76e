// Accessors turn into data and back while a property may be configured.
var log = [];
var o = {};
Object.defineProperty(o, 'p', {
  get: function () { log.push('get'); return 1; }, set: function (v) { log.push('set ' + v); }, configurable: true
});
o.p = 7;
print(o.p, log);
Object.defineProperty(o, 'p', { value: 'data' });
print(attributes(o, 'p'));
Object.defineProperty(o, 'p', { get: function again() { return 2; } });
print(attributes(o, 'p'));
Object.defineProperty(o, 'p', { set: undefined, enumerable: true });
print(attributes(o, 'p'));
[{ get: 1 }, { set: 'x' }, { get: null }, { get: function () {}, value: 1 }, { set: function () {}, writable: false }, 5, null]
  .forEach(function (bad) { print(outcome(function () { return Object.defineProperty({}, 'q', bad); })); });
print(outcome(function () { return Object.defineProperty(1, 'q', {}); }));
