// Values of every type as keys, operands and conditions.
var values = [0, '', null, undefined, NaN, false, [], {}, '0', 'false', -1, Infinity, function () {}, new Boolean(false), ' '];
print(values.map(function (v) { return v ? 1 : 0; }).join(''), values.map(function (v) { return v == false ? 1 : 0; }).join(''), values.map(function (v) { return !!v === !!Number(v) ? 1 : 0; }).join(''));
var o = {};
values.forEach(function (v, i) { if (typeof v !== 'function') o[v] = i; });
print(o, values.map(function (v) { return typeof (v + 1); }), values.map(function (v) { return typeof (v - 1); }), values.slice(0, 11).map(String), values.slice(0, 12).map(Number));
print(values.filter(Boolean).length, values.indexOf(NaN), values.indexOf(undefined), values.map(function (v) { return v === v ? '=' : '#'; }).join(''), values.slice(0, 5).sort(), [null, undefined, 'x'].join('-'), [null] + [undefined] + [[]]);
