// Object.getOwnPropertyDescriptor sees own properties of all kinds.
var o = { data: 1, get both() { return 2; }, set both(v) {} };
print(Object.getOwnPropertyDescriptor(o, 'data'));
print(Object.keys(Object.getOwnPropertyDescriptor(o, 'both')));
print(Object.getOwnPropertyDescriptor(o, 'toString'), Object.getOwnPropertyDescriptor(o, 'none'));
print(Object.getOwnPropertyDescriptor([7, 8], 1), Object.getOwnPropertyDescriptor([7, 8], 'length'));
print(Object.getOwnPropertyDescriptor('abc', 1), Object.getOwnPropertyDescriptor('abc', 'length'));
print(outcome(function () { return Object.getOwnPropertyDescriptor(null, 'x'); }));
print(outcome(function () { return Object.getOwnPropertyDescriptor(undefined, 'x'); }));
var sym = Symbol('s'), withSymbol = {};
withSymbol[sym] = 3;
print(Object.getOwnPropertyDescriptor(withSymbol, sym));
