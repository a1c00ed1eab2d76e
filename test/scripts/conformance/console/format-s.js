// %s.
console.log('%s', 'text'); console.log('%s', 1.5, -0); console.log('%s', null, undefined, true, Symbol('x'));
console.log('%s', { a: 1 }); console.log('%s', [1, [2, [3]]]); console.log('%s', function f() {} && 'f');
console.log('%s and %s', 'a'); console.log('%s', 'a', 'b', { c: 1 }); console.log('%s', new Date(0) && 'date');
console.log('%s', { toString: function () { return 'mine'; } }); console.log('%s%s%s', 1, 2, 3);
