// Private state and protocols by symbols.
var state = Symbol('state');
function Counter() { Object.defineProperty(this, state, { value: { n: 0 } }); }
Counter.prototype.up = function () { return ++this[state].n; };
var a = new Counter(), b = new Counter();
a.up(); a.up(); b.up();
print(a.up(), b.up(), Object.keys(a), JSON.stringify(a), Object.getOwnPropertySymbols(a).length, outcome(function () { 'use strict'; a[state] = 5; }));
var protocol = { draw: Symbol('draw') }, circle = {};
circle[protocol.draw] = function () { return 'circle'; };
print([circle, {}, null].map(function (o) { return o && o[protocol.draw] ? o[protocol.draw]() : 'none'; }), protocol.draw in circle, Symbol.for('draw') in circle);
var o = {};
o[Symbol.for('x')] = 1; o['Symbol(x)'] = 2;
print(o[Symbol.for('x')], o['Symbol(x)'], Object.keys(o), Object.getOwnPropertyNames(o));
