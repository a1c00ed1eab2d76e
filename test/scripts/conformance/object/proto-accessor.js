// __proto__ is an accessor of Object.prototype, and special in a literal.
var base = { inherited: 'yes' };
var o = { __proto__: base, own: 1 };
print(o.inherited, Object.keys(o), Object.getPrototypeOf(o) === base, o.hasOwnProperty('__proto__'));
var quoted = { '__proto__': base }, computed = { ['__proto__']: base };
print(Object.getPrototypeOf(quoted) === base, Object.getPrototypeOf(computed) === base, Object.keys(computed));
print({ __proto__: null } instanceof Object, Object.getPrototypeOf({ __proto__: 5 }) === Object.prototype);
o.__proto__ = null;
print(Object.getPrototypeOf(o), o.inherited, o.__proto__);
var p = {};
p.__proto__ = 5;
print(Object.getPrototypeOf(p) === Object.prototype, p.__proto__ === Object.prototype);
var d = Object.getOwnPropertyDescriptor(Object.prototype, '__proto__');
print(typeof d.get, typeof d.set, d.enumerable, d.configurable);
print(outcome(function () { return d.get.call(null); }), d.get.call(5) === Number.prototype, d.set.call(5, {}));
print(JSON.parse('{"__proto__": 1}'), Object.keys(JSON.parse('{"__proto__": 1}')));
