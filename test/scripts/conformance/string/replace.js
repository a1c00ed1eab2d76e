// replace by text, patterns and functions.
print('aaa'.replace('a', 'b'), 'aaa'.replace(/a/, 'b'), 'aaa'.replace(/a/g, 'b'), 'abc'.replace('x', 'y'), 'abc'.replace('', '-'), 'abc'.replace(/(?:)/g, '-'), 'a.b.c'.replace('.', '!'));
print('John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1'), 'abc'.replace('b', '[$&]'), 'abc'.replace('b', "[$`]"), 'abc'.replace('b', "[$']"), 'abc'.replace('b', '$$'), 'abc'.replace('b', '$1'), 'abc'.replace(/(b)/, '$2$1$01$10$0'), 'abc'.replace(/b/, '$'), 'abc'.replace(/(x)?b/, '[$1]'));
print('abc'.replace(/[a-c]/g, function (m, at) { return at + m.toUpperCase(); }), 'a1b2'.replace(/([a-z])(\d)/g, function (m, l, d, at, all) { return d + l + at + all.length; }), 'x'.replace('x', function () { return '$&'; }));
print('abc'.replace('b'), 'abc'.replace('b', undefined), 'abc'.replace('b', null), 'abc'.replace(/b/, function () {}), 'null'.replace(null, 'x'), '5'.replace(5, 6), outcome(function () { return 'a'.replace('a', function () { throw new RangeError('in replace'); }); }));
var many = /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/;
print('abcdefghijk'.replace(many, '$11-$10-$1-$12'), 'aa'.replace(/a/g, '$`|'), 'abab'.replace(/b/g, "$'"));
