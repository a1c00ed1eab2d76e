// find, detect, filter, select, reject, findWhere, where.
var list = [{ n: 'a', v: 1 }, { n: 'b', v: 2 }, { n: 'c', v: 1 }];
function one(o) { return o.v === 1; }
print(_.find(list, one), _.detect(list, { v: 2 }), _.find(list, { v: 9 }), _.find({ x: 1, y: 2 }, function (v) { return v > 1; }), _.filter(list, one).length, _.select(list, 'n').length, _.filter({ a: 1, b: 2 }, function (v) { return v > 1; }), _.reject(list, one), _.where(list, { v: 1 }), _.where(list, { v: 1, n: 'c' }), _.findWhere(list, { v: 1 }), _.findWhere(list, { v: 7 }), _.where(list, {}).length, _.filter(null, one), _.find(null, one));
