// Accessors see the object that they were asked of.
var base = { get me() { return this; }, set me(v) { this.kept = v; } };
var child = Object.create(base);
print(child.me === child, base.me === base);
child.me = 5;
print(Object.keys(child), child.kept, base.kept);
Object.defineProperty(Number.prototype, 'strictThis', { get: function () { 'use strict'; return typeof this; }, configurable: true });
Object.defineProperty(Number.prototype, 'looseThis', { get: function () { return typeof this; }, configurable: true });
print((5).strictThis, (5).looseThis);
var onlyGet = { get x() { return 1; } };
onlyGet.x = 5;
print(onlyGet.x, outcome(function () { 'use strict'; onlyGet.x = 5; }));
var onlySet = { set x(v) {} };
print(onlySet.x);
var thrower = { get x() { throw new RangeError('from a getter'); } };
print(outcome(function () { return thrower.x; }), outcome(function () { return Object.assign({}, thrower); }), 'x' in thrower);
