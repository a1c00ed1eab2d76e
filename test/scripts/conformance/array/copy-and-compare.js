// Copies, comparisons, intersections and chunks by hand.
var a = [1, [2, 3], { x: 4 }];
var slice = a.slice(), concat = [].concat(a), map = a.map(function (v) { return v; }), json = JSON.parse(JSON.stringify(a));
a[1].push(9); a[2].x = 5; a.push('new');
print(slice, concat, map, json, a);
function equal(x, y) { return x.length === y.length && x.every(function (v, i) { return Array.isArray(v) ? Array.isArray(y[i]) && equal(v, y[i]) : v === y[i]; }); }
print(equal([1, [2, [3]]], [1, [2, [3]]]), equal([1], [1, 2]), equal([], []), [1, 2] == [1, 2], [1, 2] == '1,2', [[1]] < [[2]], [10] > [9], ['b'] > ['a']);
function chunk(l, n) { return l.length ? [l.slice(0, n)].concat(chunk(l.slice(n), n)) : []; }
print(chunk([1, 2, 3, 4, 5], 2), [1, 2, 3].filter(function (v) { return [2, 3, 4].indexOf(v) >= 0; }), [3, 1, 3, 2, 1].filter(function (v, i, l) { return l.indexOf(v) === i; }), [[1, 2], [3]].reduce(function (x, y) { return x.concat(y); }, []));
