// extend, extendOwn, assign, defaults, clone, create, tap.
function P() { this.own = 1; }
P.prototype.up = 2;
print(_.extend({ a: 1 }, { b: 2 }, { a: 3 }), _.extend({}, new P()), _.extendOwn({}, new P()), _.assign === _.extendOwn, _.extend(null, { a: 1 }), _.extend({ a: 1 }, null, undefined), _.defaults({ a: 1, n: null }, { a: 2, b: 3, n: 4 }, { b: 5 }), _.defaults({ u: undefined }, { u: 1 }), _.defaults(null, { a: 1 }), _.extend({}, [1, 2]));
var o = { a: [1], n: 5 }, c = _.clone(o);
print(c === o, c.a === o.a, _.clone([1, 2]), _.clone(5), _.clone(null), _.tap([1, 2], function (l) { l.push(3); }), _.create(P.prototype, { x: 1 }).up, _.create(P.prototype) instanceof P, _.create(null), _.create({ p: 1 }).p);
