// What this is, in strict code and in other code.
function loose() { return this === undefined ? 'undefined' : this === globalThis ? 'global' : typeof this; }
function strict() { 'use strict'; return this === undefined ? 'undefined' : this === null ? 'null' : this === globalThis ? 'global' : typeof this; }
[undefined, null, 5, 'x', true, {}, Symbol('q')].forEach(function (that) { print(loose.call(that), strict.call(that)); });
print(loose(), strict(), (0, { f: loose }.f)(), ({ f: strict }).f(), [loose][0](), [strict][0]());
var o = { f: function () { return (function () { return this === globalThis; })(); }, g: function () { return this === o; } };
print(o.f(), o.g(), (o.g)(), (o.g, o.g)(), (o.g = o.g)());
print([1].map(function () { return typeof this; }), [1].map(function () { return typeof this; }, 'text'), [1].map(function () { 'use strict'; return typeof this; }, 'text'));
new function () { print(typeof this, this.constructor === arguments.callee); }();
