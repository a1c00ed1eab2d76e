// each, forEach, map, collect over arrays, objects and array-likes.
var seen = [];
print(_.each([1, 2], function (v, k, all) { seen.push(v, k, all.length); }), seen);
seen = [];
_.forEach({ a: 1, b: 2 }, function (v, k) { seen.push(k + v); });
_.each({ length: 2, 0: 'x', 1: 'y' }, function (v, k) { seen.push(k, v); });
_.each(null, function () { seen.push('never'); }); _.each('ab', function (c) { seen.push(c); });
print(seen, _.each === _.forEach, _.map([1, 2, 3], function (n) { return n * 3; }), _.map({ a: 1, b: 2 }, function (v, k) { return k + v; }), _.collect([1], String), _.map(null, String), _.map([{ n: 1 }, { n: 2 }], 'n'), _.map([{ a: 1 }, { a: 2 }], { a: 1 }), _.map([[1, 2], [3, 4]], 0), _.map([{ a: { b: 5 } }], ['a', 'b']), _.map([1, 2]));
print(_.map([1], function () { return this.k; }, { k: 'context' }));
