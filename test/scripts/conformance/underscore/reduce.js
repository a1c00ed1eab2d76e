// reduce, inject, foldl, reduceRight, foldr.
function add(a, b) { return a + b; }
print(_.reduce([1, 2, 3], add), _.reduce([1, 2, 3], add, 10), _.reduce({ a: 1, b: 2 }, add), _.inject === _.reduce, _.foldl === _.reduce, _.reduceRight(['a', 'b', 'c'], add), _.foldr([[1], [2]], function (a, b) { return a.concat(b); }, []), _.reduce([], add), _.reduce([], add, 'start'), _.reduce(null, add, 5), _.reduce({ x: 'X', y: 'Y' }, function (m, v, k) { m[v] = k; return m; }, {}));
print(_.reduce([1, 2], function (m, v, i, all) { return m + v * i * all.length; }), _.reduceRight({ a: 'x', b: 'y' }, add));
