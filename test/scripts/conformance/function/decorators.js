// Functions around functions: logging, retrying, limiting, caching, timing by counts.
var log = [];
function logged(f, n) { return function () { log.push('>' + n + [].join.call(arguments)); try { var r = f.apply(this, arguments); log.push('<' + r); return r; } catch (e) { log.push('!' + e.message); throw e; } }; }
function limited(f, n) { return function () { return n-- > 0 ? f.apply(this, arguments) : undefined; }; }
function retried(f, n) { return function () { for (var i = 1; ; i++) try { return f.apply(this, arguments); } catch (e) { if (i === n) throw e; } }; }
var calls = 0, flaky = retried(logged(function (x) { if (++calls % 3) throw new Error('try ' + calls); return x * 2; }, 'flaky'), 3);
print(flaky(5), log);
log = [];
var two = limited(logged(Math.abs, 'abs'), 2);
print(two(-1), two(-2), two(-3), log);
function debounceByCount(f, n) { var c = 0; return function () { return ++c % n ? 'skipped' : f.apply(this, arguments); }; }
var d = debounceByCount(String, 3);
print([1, 2, 3, 4, 5, 6].map(function (v) { return d(v); }), flip(Math.pow)(2, 3), [1, 2, 3].map(unary(parseInt)));
function flip(f) { return function (a, b) { return f(b, a); }; }
function unary(f) { return function (a) { return f(a); }; }
