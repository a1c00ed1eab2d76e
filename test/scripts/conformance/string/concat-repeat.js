// concat and repeat.
print('a'.concat(), 'a'.concat('b', 1, null, undefined, [2, 3]), ''.concat.call(5, 6), 'ab'.repeat(0), 'ab'.repeat(3), 'x'.repeat(2.9), ''.repeat(1000000), 'a'.repeat('2'), 'a'.repeat(NaN), 'a'.repeat().length);
[-1, Infinity, -Infinity, -0.5].forEach(function (n) { print(outcome(function () { return 'a'.repeat(n); })); });
print(outcome(function () { return ''.concat.call(null); }), outcome(function () { return 'a'.concat(Symbol('x')); }), 'abc'.repeat(1000).length);
