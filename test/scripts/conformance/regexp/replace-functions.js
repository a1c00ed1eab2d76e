// Replacing by functions that use groups, offsets and the whole.
print('a1b22'.replace(/([a-z])(\d+)/g, function (all, l, d, at, text) { return [all, l, d, at, text.length].join(':') + ' '; }));
print('x'.replace(/(y)?x/, function (all, y) { return String(y); }), 'aaa'.replace(/a/g, (function () { var n = 0; return function () { return n++; }; })()), 'abc'.replace(/./g, function (c, i) { return i % 2 ? c : ''; }));
print('{a} {b} {a}'.replace(/\{(\w)\}/g, function (all, key) { return { a: 1, b: 2 }[key]; }), '&lt;p&gt;'.replace(/&(lt|gt);/g, function (m, e) { return { lt: '<', gt: '>' }[e]; }), 'ab'.replace(/(?:)/g, function (m, at) { return at; }));
var depth = 0;
print('aXbXc'.replace(/X/g, function () { depth++; return 'y'.replace(/y/, function () { return 'in' + depth; }); }));
print('%41%zz'.replace(/%([0-9a-f]{2})/gi, function (m, h) { return String.fromCharCode(parseInt(h, 16)); }), 'abc'.replace(/b/, function () { return arguments.length; }));
