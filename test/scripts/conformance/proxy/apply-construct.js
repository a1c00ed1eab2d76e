// apply and construct traps.
var log = [];
var p = new Proxy(function f(a) { return 'f' + a; }, { apply: function (t, that, args) { log.push(['apply', that && that.n, args]); return t.apply(that, args) + '!'; }, construct: function (t, args, nt) { log.push(['construct', args, nt === p]); return { made: args[0] }; } });
print(p(1), p.call({ n: 'N' }, 2), p.apply(null, [3]), new p(4), log, typeof p);
print(outcome(function () { return new (new Proxy(function () {}, { construct: function () { return 5; } }))(); }), outcome(function () { return new Proxy({}, { apply: function () { return 1; } })(); }), outcome(function () { return new (new Proxy(Math.max, { construct: function () { return {}; } }))(); }), [1, 2].map(new Proxy(function (x) { return x + 1; }, {})));
var plain = new Proxy(function P() { this.v = 1; }, {});
print(new plain().v, plain.name, typeof new Proxy({}, {}), Object.prototype.toString.call(new Proxy(function () {}, {})));
