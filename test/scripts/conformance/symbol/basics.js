// Symbols: made, described, compared, converted.
var a = Symbol('a'), b = Symbol('a'), c = Symbol();
print(a === b, a === a, typeof a, String(a), a.toString(), String(c), Object(a) == a, Object(a) === a, typeof Object(a), a.valueOf() === a, Object(a).valueOf() === a);
print(outcome(function () { return new Symbol(); }), outcome(function () { return a + ''; }), outcome(function () { return +a; }), outcome(function () { return a + 1; }), outcome(function () { return isNaN(a); }), outcome(function () { return a < 1; }), outcome(function () { return a == a; }), outcome(function () { return a | 0; }));
print(!a, a ? 'true' : 'false', Boolean(a), a && 1, Symbol(undefined).toString(), Symbol(null).toString(), Symbol(5).toString(), Symbol('').toString(), [a].length, Symbol.length, Symbol.name);
print(outcome(function () { return Symbol.prototype.toString.call({}); }), outcome(function () { return Symbol.prototype.valueOf.call('x'); }), Object.prototype.toString.call(a));
