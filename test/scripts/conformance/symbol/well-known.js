// The well-known symbols that the engine uses.
['hasInstance', 'isConcatSpreadable', 'iterator', 'toPrimitive', 'toStringTag'].forEach(function (n) { print(n, typeof Symbol[n], String(Symbol[n]), attributes(Symbol, n)); });
function Even() {}
Object.defineProperty(Even, Symbol.hasInstance, { value: function (v) { return v % 2 === 0; } });
print(4 instanceof Even, 3 instanceof Even);
var money = { [Symbol.toPrimitive]: function (hint) { return hint === 'number' ? 42 : hint === 'string' ? 'EUR' : 'default'; } };
print(+money, String(money), money + '', money * 2, [money].join(), money == 'default', money > 41);
print(String({ [Symbol.toStringTag]: 'Custom' }), Object.prototype.toString.call(Object.assign(function () {}, { [Symbol.toStringTag]: 'F' })));
print(typeof Symbol.prototype[Symbol.toPrimitive], Symbol.prototype[Symbol.toStringTag], typeof Date.prototype[Symbol.toPrimitive]);
