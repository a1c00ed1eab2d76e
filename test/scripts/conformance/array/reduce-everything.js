// map, filter, groupings and pipelines all made of reduce.
function map(l, f) { return l.reduce(function (a, v, i) { a[i] = f(v, i); return a; }, []); }
function filter(l, f) { return l.reduce(function (a, v) { if (f(v)) a.push(v); return a; }, []); }
function group(l, f) { return l.reduce(function (a, v) { var k = f(v); (a[k] = a[k] || []).push(v); return a; }, {}); }
function pipe() { return [].reduce.call(arguments, function (f, g) { return function (x) { return g(f(x)); }; }); }
print(map([1, 2, 3], function (v, i) { return v * i; }), filter([1, 2, 3, 4], function (v) { return v % 2; }), group(['one', 'two', 'three', 'four'], function (w) { return w.length; }), pipe(Number, Math.sqrt, String)('16'));
print([1, 2, 3, 4].reduceRight(function (a, v) { return v + '(' + a + ')'; }, ''), ['a', 'b'].reduce(function (a, k, i) { a[k] = i; return a; }, {}), [[1, 'x'], [2, 'y']].reduce(function (a, p) { a[p[1]] = p[0]; return a; }, {}), '3 4 + 2 *'.split(' ').reduce(function (s, t) { if (isNaN(t)) { var b = s.pop(), a = s.pop(); s.push({ '+': a + b, '*': a * b }[t]); } else s.push(+t); return s; }, []));
