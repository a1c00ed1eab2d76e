// Number called and constructed.
print(Number(), Number(''), Number(null), Number(undefined), Number(true), Number([]), Number([7]), Number([1, 2]), Number({}), Number('12'), Number(new Date(5)), Number(function () {}));
print(new Number(5), typeof new Number(5), new Number(5) + 1, new Number() == 0, new Number(NaN) == NaN, Object.keys(new Number(3)), outcome(function () { return Number(Symbol()); }));
print(Number({ valueOf: function () { return '8'; } }), Number({ toString: function () { return '9'; } }), outcome(function () { return Number({ valueOf: function () { return {}; }, toString: function () { return {}; } }); }), Number.length);
[{}, 'x', undefined].forEach(function (bad) { ['toString', 'valueOf', 'toFixed', 'toPrecision', 'toExponential', 'toLocaleString'].forEach(function (m) { print(m, outcome(function () { return Number.prototype[m].call(bad); })); }); });
