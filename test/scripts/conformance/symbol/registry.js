// Symbol.for and keyFor.
var s = Symbol.for('shared');
print(s === Symbol.for('shared'), s === Symbol('shared'), Symbol.keyFor(s), Symbol.keyFor(Symbol('x')), String(s), Symbol.for('') === Symbol.for(''), Symbol.for() === Symbol.for('undefined'), Symbol.for(5) === Symbol.for('5'), Symbol.keyFor(Symbol.iterator));
print(outcome(function () { return Symbol.keyFor('x'); }), outcome(function () { return Symbol.for(Symbol()); }), Symbol.for.length, Symbol.keyFor.length);
