// Every is… over values of every type.
var values = { undefined: undefined, null: null, number: 1, nan: NaN, infinity: Infinity, text: 'x', empty: '', boolean: true, object: {}, array: [], emptyArguments: (function () { return arguments; })(), 'function': function () {}, regexp: /x/, date: new Date(0), error: new Error(), symbol: Symbol(), typed: new Uint8Array(1), buffer: new ArrayBuffer(1), view: new DataView(new ArrayBuffer(1)), boxed: new Number(1), boxedText: new String('x') };
['isEmpty', 'isElement', 'isArray', 'isObject', 'isArguments', 'isFunction', 'isString', 'isNumber', 'isFinite', 'isBoolean', 'isDate', 'isRegExp', 'isError', 'isSymbol', 'isMap', 'isWeakMap', 'isSet', 'isWeakSet', 'isArrayBuffer', 'isDataView', 'isTypedArray', 'isNaN', 'isNull', 'isUndefined'].forEach(function (f) {
  print(f, _.keys(_.pick(f === 'isFinite' ? _.omit(values, 'typed', 'date') : values, function (v) { try { return _[f](v); } catch (e) { return false; } })).join(' '));
});
// What a typed array and a date are as texts is the engine's own affair.
print(_.isEmpty({ a: 1 }), _.isEmpty([1]), _.isEmpty({ length: 0 }), _.isFinite('5'), _.isFinite('x'), _.isNaN(new Number(NaN)), _.isNaN('x'));
