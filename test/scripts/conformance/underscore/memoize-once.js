// memoize, once, after, before.
var calls = 0, fib = _.memoize(function (n) { calls++; return n < 2 ? n : fib(n - 1) + fib(n - 2); });
print(fib(30), calls, Object.keys(fib.cache).length, fib.cache[10]);
var up = _.memoize(function (a, b) { calls++; return a + b; }, function (a, b) { return a + '-' + b; });
calls = 0;
print(up(1, 2), up(1, 2), up(2, 1), calls, Object.keys(up.cache));
var n = 0, once = _.once(function (x) { n++; return x; });
print(once('a'), once('b'), n);
n = 0;
var after = _.after(3, function () { return ++n; }), before = _.before(3, function () { return ++n; });
print(after(), after(), after(), after(), n, before(), before(), before(), before(), n, _.after(0, function () { return 'at once'; })());
