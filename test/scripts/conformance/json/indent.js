// Indentation by number and by text.
var v = { a: 1, b: [1, { c: 2 }], d: {}, e: [], f: { g: null } };
[0, 1, 2, 4, 10, 11, -1, 1.9, '', '-', '\t', '0123456789abc', null, undefined, true, {}, new Number(3), new String('>'), '2'].forEach(function (s) { print(JSON.stringify(v, null, s)); });
print(JSON.stringify([], null, 2), JSON.stringify([[]], null, 2), JSON.stringify({}, null, 2), JSON.stringify(1, null, 2), JSON.stringify([undefined], null, 1));
