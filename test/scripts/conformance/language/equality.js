// == and === over everything.
var values = [undefined, null, false, true, 0, -0, 1, NaN, '', '0', '1', 'a', [], [0], [1], ['a'], {}, new Number(1), new String('a'), new Boolean(false), Symbol.iterator];
values.forEach(function (a, i) { print(i, values.map(function (b) { return a === b ? '#' : a == b ? '=' : '.'; }).join('')); });
print(outcome(function () { return { valueOf: function () { throw new RangeError('asked'); } } == 1; }), ({ valueOf: function () { return 5; } }) == 5, ({ toString: function () { return '5'; } }) == 5, new Date(5) == 5, null == 0, null >= 0, undefined == 0, '\n' == 0, [[]] == '', [null] == '');
