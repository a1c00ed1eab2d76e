// invoke, pluck, max and min.
print(_.invoke([[3, 1], [2]], 'sort'), _.invoke(['a', 'b'], 'concat', '!', '?'), _.invoke([{ f: { g: function () { return this.v; }, v: 7 } }], ['f', 'g']), _.invoke([1, null], 'toFixed', 1), _.invoke([1, 2], function () { return this + 1; }));
var list = [{ n: 'a', age: 40 }, { n: 'b', age: 50 }, { n: 'c' }];
print(_.pluck(list, 'n'), _.pluck(list, 'age'), _.pluck({ x: { v: 1 }, y: { v: 2 } }, 'v'), _.max([1, 5, 3]), _.max(list.slice(0, 2), function (o) { return o.age; }), _.max(list, 'age'), _.max([]), _.min([]), _.min([3, 1]), _.min({ a: 3, b: 2 }), _.max(['10', 9]), _.max([NaN, 1]), _.max([null, -5]), _.min(list.slice(0, 2), 'age').n);
