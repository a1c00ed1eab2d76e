// Symbols as keys are left out of most listings.
var s = Symbol('k'), t = Symbol.for('t'), o = { [s]: 1, plain: 2, [t]: 3 };
print(Object.keys(o), Object.getOwnPropertyNames(o), Object.getOwnPropertySymbols(o), JSON.stringify(o), Reflect.ownKeys(o).length, s in o, o.hasOwnProperty(s), o[s], o[t], attributes(o, s));
for (var k in o) print(k);
print(delete o[s], s in o, Object.getOwnPropertySymbols([]), o[Symbol('k')]);
Object.defineProperty(o, s, { value: 'hidden' });
print(o[s], o.propertyIsEnumerable(s), Object.getOwnPropertySymbols(o).length, Object.getOwnPropertySymbols(Object.freeze({ [s]: 1 })).length);
var many = {};
for (var i = 0; i < 300; i++) many[Symbol('s' + i)] = i;
print(Object.getOwnPropertySymbols(many).length, Object.getOwnPropertySymbols(many).reduce(function (x, k) { return x + many[k]; }, 0));
