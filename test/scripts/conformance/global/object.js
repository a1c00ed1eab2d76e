// The global object, its names and its attributes.
print(typeof globalThis, globalThis === this, (function () { return this; })() === globalThis, 'globalThis' in globalThis, globalThis.globalThis === globalThis);
['NaN', 'Infinity', 'undefined'].forEach(function (n) { print(n, attributes(globalThis, n)); });
['Object', 'Array', 'Math', 'JSON', 'Symbol', 'globalThis', 'Uint8Array', 'Error'].forEach(function (n) { print(n, attributes(globalThis, n).slice(0, 3)); });
var declared = 1;
implicit = 2;
function declaredFunction() {}
print(globalThis.declared, globalThis.implicit, typeof globalThis.declaredFunction, delete globalThis.implicit, typeof implicit);
print(outcome(function () { return neverDeclared; }), typeof neverDeclared, outcome(function () { 'use strict'; neverDeclared = 1; }), outcome(function () { return globalThis.neverDeclared; }));
this.byThis = 'this'; globalThis['by name'] = 'name';
print(byThis, this['by name'], 'byThis' in globalThis);
