// toJSON speaks for its object.
print(JSON.stringify({ toJSON: function () { return { made: 1 }; } }), JSON.stringify({ a: { toJSON: function (k) { return 'key ' + k; } } }), JSON.stringify([{ toJSON: function (k) { return typeof k + k; } }]), JSON.stringify({ toJSON: 5, a: 1 }), JSON.stringify({ toJSON: function () {} }), JSON.stringify({ a: { toJSON: function () {} } }));
Number.prototype.toJSON = function () { 'use strict'; return typeof this + this; };
print(JSON.stringify([1, new Number(2)]));
delete Number.prototype.toJSON;
String.prototype.toJSON = function () { return 'not asked for ' + this.length; };
print(JSON.stringify(['ab', new String('abc')]));
delete String.prototype.toJSON;
print(outcome(function () { return JSON.stringify({ toJSON: function () { throw new RangeError('toJSON'); } }); }), JSON.stringify({ toJSON: function () { return { toJSON: function () { return 'never'; } }; } }), JSON.stringify({ d: new Date(0), n: { valueOf: function () { return 5; } } }));
