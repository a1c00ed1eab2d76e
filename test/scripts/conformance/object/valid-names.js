// Names that could be mistaken: __proto__, constructor, hasOwnProperty, and numbers.
var o = { constructor: 1, hasOwnProperty: 2, toString: 3, valueOf: 4, length: 5, prototype: 6, undefined: 7, NaN: 8, Infinity: 9, 'null': 10 };
print(Object.keys(o), o.constructor + o.hasOwnProperty, o[undefined], o[NaN], o[1 / 0], o[null]);
print(outcome(function () { return o.hasOwnProperty('x'); }), outcome(function () { return '' + o; }), Object.prototype.hasOwnProperty.call(o, 'toString'));
var map = Object.create(null);
map.__proto__ = 'plain'; map.constructor = 'c';
print(Object.keys(map), map.__proto__, 'toString' in map);
var counts = {};
['constructor', 'a', 'toString', 'a'].forEach(function (w) { counts[w] = (counts.hasOwnProperty(w) ? counts[w] : 0) + 1; });
print(counts);
