// The operators in and instanceof, and what they refuse.
print('a' in { a: undefined }, 'b' in {}, 0 in [1], 1 in [1], 'length' in [], Symbol.iterator in {});
['x', 5, null, undefined, true].forEach(function (bad) { print(outcome(function () { return 'a' in bad; }), outcome(function () { return {} instanceof bad; })); });
print({} instanceof Object, Object.create(null) instanceof Object, 5 instanceof Number, new Number(5) instanceof Number);
print(outcome(function () { return {} instanceof {}; }), outcome(function () { function F() {} F.prototype = 3; return {} instanceof F; }), outcome(function () { function F() {} F.prototype = 3; return 5 instanceof F; }));
var even = {};
even[Symbol.hasInstance] = function (v) { return v % 2 === 0; };
print(2 instanceof even, 3 instanceof even);
function F() {}
var f = new F(), bound = F.bind(null);
print(f instanceof bound, Function.prototype[Symbol.hasInstance].call(F, f));
