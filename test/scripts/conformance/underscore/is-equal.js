// isEqual in depth.
var a = { n: [1, { x: new Date(5), r: /x/g }], u: undefined }, b = { n: [1, { x: new Date(5), r: /x/g }], u: undefined };
print(_.isEqual(a, b), a === b, _.isEqual(a, {}), _.isEqual([1, 2], [1, 2]), _.isEqual([1, 2], [2, 1]), _.isEqual(NaN, NaN), _.isEqual(0, -0), _.isEqual(1, '1'), _.isEqual(null, undefined), _.isEqual(new String('x'), 'x'), _.isEqual(new Number(5), 5), _.isEqual(/a/g, /a/i), _.isEqual(new Date(1), new Date(1)), _.isEqual({ a: undefined }, {}), _.isEqual([], {}), _.isEqual(_, _));
var c = [1], d = [1];
c.push(c); d.push(d);
print(_.isEqual(c, d), _.isEqual([[[]]], [[[]]]), _.isEqual(function () {}, function () {}), _.isEqual(new Uint8Array([1, 2]), new Uint8Array([1, 2])), _.isEqual(new Uint8Array([1]), new Uint8Array([2])), _.isEqual(new ArrayBuffer(2), new ArrayBuffer(2)), _.isEqual(Symbol.iterator, Symbol.iterator), _.isEqual(true, new Boolean(true)));
function P() {}
function Q() {}
print(_.isEqual(new P(), new Q()), _.isEqual(new P(), new P()), _.isEqual({ a: 1, b: 2 }, { b: 2, a: 1 }), _.isEqual([, 1], [undefined, 1]), _.isEqual('\u00e9', '\u00e9'), _.isEqual({ constructor: 1 }, { constructor: 1 }), _.isEqual({ length: 0 }, []));
