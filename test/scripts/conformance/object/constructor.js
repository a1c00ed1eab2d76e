// Object called and constructed.
print(Object() instanceof Object, new Object(null), typeof Object(5), Object('x') instanceof String, Object(true).valueOf());
var o = {};
print(Object(o) === o, new Object(o) === o, Object([]).constructor === Array);
print(Object.length, Object.name, Object.prototype.constructor === Object);
var s = Symbol('z');
print(typeof Object(s), Object(s) == s, Object(s).valueOf() === s);
function Sub() { return Object.call(this, 1); }
print(typeof new Sub());
