// Attributes, lengths and names of what Number, Boolean and Math have.
function dump(name, holder, keys) { keys.split(' ').forEach(function (k) { print(name + '.' + k, attributes(holder, k), typeof holder[k] === 'function' ? holder[k].length + ' ' + holder[k].name : ''); }); }
dump('Number', Number, 'length name isFinite isInteger isNaN isSafeInteger parseInt parseFloat');
dump('Number.prototype', Number.prototype, 'toString toLocaleString valueOf toFixed toExponential toPrecision');
dump('Boolean.prototype', Boolean.prototype, 'toString valueOf');
dump('Math', Math, 'abs acos asin atan atan2 cbrt ceil clz32 cos exp floor hypot imul log log2 log10 max min pow random round sign sin sqrt tan trunc');
[Number, Boolean, Math].forEach(function (o) { print(Object.keys(o), attributes(o, 'prototype').slice(0, 3)); });
