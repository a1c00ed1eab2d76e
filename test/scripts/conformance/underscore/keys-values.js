// keys, allKeys, values, pairs, invert, functions, methods.
function P() { this.own = 1; }
P.prototype.up = 2;
print(_.keys(new P()), _.allKeys(new P()), _.keys([5, 6]), _.keys(null), _.keys('ab'), _.keys(5), _.values({ a: 1, b: 2 }), _.values([7]), _.pairs({ a: 1, b: [2] }), _.invert({ a: 'x', b: 'y', c: 'x' }), _.functions({ b: function () {}, a: _.noop, n: 1 }), _.methods === _.functions, _.keys({ constructor: 1, toString: 2 }), _.allKeys({ a: 1 }), _.mapObject({ a: 1, b: 2 }, function (v, k) { return k + v; }), _.mapObject([5], String), _.findKey({ a: 1, b: 2 }, function (v) { return v > 1; }), _.findKey({ a: { x: 1 } }, { x: 1 }), _.findKey({}, Boolean));
