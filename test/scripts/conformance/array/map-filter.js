// map keeps holes and filter drops them.
print([1, 2, 3].map(function (n) { return n * n; }), [1, , 3].map(function (n) { return n + 1; }), 1 in [1, , 3].map(Number), [1, , undefined, 0, 2].filter(function () { return true; }));
print([0, 1, '', 'a', null, NaN, [], {}].filter(Boolean), ['1', 'x', ''].map(Number), [].map.call('abc', function (c) { return c + c; }), [].filter.call('abcd', function (c, i) { return i % 2; }));
var a = [1, 2, 3];
print(a.map(function (v, i, all) { all[i + 1] = 'changed'; return v; }), a);
print([1, 2].map(function () { return this.k; }, { k: 'that' }), [3].map(function () {}), [].map(function () { return 1; }));
print([[1, 2], [3]].map(function (l) { return l.length; }), [5, 6].map(function (v, i) { return [i, v]; }));
