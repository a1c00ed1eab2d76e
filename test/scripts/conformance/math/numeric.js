// Numerical methods: roots, integrals, series, and a generator with a seed.
function newton(f, d, x) { for (var i = 0; i < 50; i++) x -= f(x) / d(x); return x; }
print(newton(function (x) { return x * x - 2; }, function (x) { return 2 * x; }, 1).toPrecision(14));
function simpson(f, a, b, n) { var h = (b - a) / n, s = f(a) + f(b); for (var i = 1; i < n; i++) s += f(a + i * h) * (i % 2 ? 4 : 2); return s * h / 3; }
print(simpson(function (x) { return x * x * x; }, 0, 2, 100).toFixed(10), simpson(Math.sin, 0, Math.PI, 200).toFixed(7));
for (var e = 1, t = 1, i = 1; i < 20; i++) { t /= i; e += t; }
print(e.toPrecision(14), Math.abs(e - Math.E) < 1e-14);
var seed = 42;
function next() { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed; }
print([next(), next(), next(), next(), next()]);
function gcd(a, b) { return b ? gcd(b, a % b) : a; }
print(gcd(1071, 462), gcd(2 ** 40, 6 ** 20), [12, 18, 24].reduce(gcd));
