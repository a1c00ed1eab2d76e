// Currying, composing, memoising, generating by closures.
function curry(f) { return function next() { var args = [].slice.call(arguments); return args.length >= f.length ? f.apply(this, args) : function () { return next.apply(this, args.concat([].slice.call(arguments))); }; }; }
var add3 = curry(function (a, b, c) { return a + b + c; });
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), add3(1, 2, 3));
function compose() { var fs = [].slice.call(arguments); return function (x) { return fs.reduceRight(function (v, f) { return f(v); }, x); }; }
print(compose(function (x) { return x + 1; }, function (x) { return x * 2; }, Number)('5'));
function memo(f) { var seen = {}; return function (n) { return n in seen ? seen[n] : (seen[n] = f(n)); }; }
var fib = memo(function (n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); });
print(fib(70));
function range(a, b) { var at = a; return { next: function () { return at < b ? { value: at++, done: false } : { value: undefined, done: true }; } }; }
for (var r = range(2, 6), s, got = []; !(s = r.next()).done; ) got.push(s.value);
print(got);
var church = { zero: function (f) { return function (x) { return x; }; }, succ: function (n) { return function (f) { return function (x) { return f(n(f)(x)); }; }; } };
var three = church.succ(church.succ(church.succ(church.zero)));
print(three(function (x) { return x + 1; })(0), three(function (x) { return x + 'a'; })(''));
var Y = function (f) { return (function (x) { return x(x); })(function (x) { return f(function (v) { return x(x)(v); }); }); };
print(Y(function (self) { return function (n) { return n ? n * self(n - 1) : 1; }; })(10));
print([3, 1, 2].map(function (x) { return x * x; }).filter(function (x) { return x > 1; }).reduce(function (a, b) { return a + b; }), Function.prototype.call.apply(function () { return this + arguments[0]; }, [1, 2]));
