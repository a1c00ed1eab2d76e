// Strict arguments are a copy, and callee throws.
function f(a) { 'use strict'; arguments[0] = 'changed'; a = a + '!'; return [a, arguments[0]]; }
print(f('x'));
function g() { 'use strict'; return arguments; }
print(outcome(function () { return g().callee; }), Object.prototype.toString.call(g()), g(1, 2).length);
print(attributes(g(1), 'length'), attributes(g(1), '0'), Object.keys(g(5, 6)));
var d = Object.getOwnPropertyDescriptor(g(), 'callee');
print(typeof d.get, d.get === d.set, d.enumerable, d.configurable);
print(outcome(function () { return d.get(); }));
