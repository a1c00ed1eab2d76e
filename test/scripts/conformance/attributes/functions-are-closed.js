// Every built-in function: extensible, no own prototype, no caller.
var odd = [];
[[Object, 'Object'], [Object.prototype, 'Object.prototype'], [Array.prototype, 'Array.prototype'], [String.prototype, 'String.prototype'], [Number.prototype, 'Number.prototype'], [Math, 'Math'], [Date.prototype, 'Date.prototype'], [JSON, 'JSON'], [Reflect, 'Reflect']].forEach(function (pair) {
  Object.getOwnPropertyNames(pair[0]).forEach(function (k) {
    if (k === 'constructor' || k === 'prototype' || k === '__proto__' || k === 'caller' || k === 'arguments' || /^trim./.test(k)) return; // aliases of later editions
    var f = pair[0][k];
    if (typeof f !== 'function') return;
    if (f.hasOwnProperty('prototype') || !Object.isExtensible(f) || f.hasOwnProperty('caller') || Object.getPrototypeOf(f) !== Function.prototype || typeof f.length !== 'number' || f.name !== k) odd.push(pair[1] + '.' + k + ' ' + f.name);
  });
});
print(odd);
