// Array methods on things that are none.
var o = { length: 3, 0: 'a', 1: 'b', 2: 'c' };
print([].slice.call(o, -2), [].indexOf.call(o, 'b'), [].reduceRight.call(o, function (x, y) { return x + y; }), [].map.call(o, function (v) { return v + 1; }));
print([].splice.call(o, 0, 1), o, [].concat.call(o).length, [].join.call(o), [].some.call(o, function (v) { return v === 'c'; }));
print([].join.call(true), [].join.call(5), [].map.call('', String), [].filter.call({ length: 2.9, 0: 1, 1: 2, 2: 3 }, Boolean));
print(outcome(function () { return [].slice.call({ length: -5, 0: 1 }); }));
print([].slice.call({ length: 'x' }), [].slice.call({ length: NaN }), [].slice.call({ length: undefined }), [].slice.call(function (a, b) {}).length);
(function () { print([].slice.call(arguments), [].shift.call(arguments), arguments.length, arguments[0], [].push.call(arguments, 'z'), arguments.length); })('x', 'y');
