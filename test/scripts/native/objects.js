// Objects of many properties, of long chains, and those that pretend.
function attempt(f) {
  try { return f() } catch (e) { return e }
}
function many(n) {
  var o = {};
  for (var i = 0; i < n; ++i) o['k' + i] = i;
  return o;
}

// case: many properties
attempt(function () { many(400000) });
// case: keys
attempt(function () { Object.keys(many(200000)).length });
// case: getOwnPropertyNames
attempt(function () { Object.getOwnPropertyNames(many(200000)).length });
// case: values and entries
attempt(function () { var o = many(100000); Object.values && Object.values(o); Object.entries && Object.entries(o) });
// case: defineProperties
attempt(function () {
  var o = {};
  for (var i = 0; i < 50000; ++i) o['k' + i] = { value: i };
  Object.defineProperties({}, o);
});
// case: assign
attempt(function () { Object.assign({}, many(100000)) });
// case: freeze
attempt(function () { Object.freeze(many(200000)); Object.seal(many(100000)) });
// case: isFrozen
attempt(function () { Object.isFrozen(Object.preventExtensions(many(200000))) });
// case: for in
attempt(function () { for (var k in many(200000)) break });
// case: for in of a long chain
attempt(function () { var o = {}; for (var i = 0; i < 9000; ++i) o = Object.create(o); for (var k in o) break });
// case: for in of a chain of many properties
attempt(function () { var o = many(20000); for (var i = 0; i < 100; ++i) { o = Object.create(o); o.x = 1 } for (var k in o) break });
// case: a property of a long chain
attempt(function () {
  var o = {}, i;
  for (i = 0; i < 9990; ++i) o = Object.create(o);
  for (i = 0; i < 100; ++i) o.nothing;
});
// case: instanceof of a long chain
attempt(function () {
  function f() {}
  var o = {}, i;
  for (i = 0; i < 9990; ++i) o = Object.create(o);
  o instanceof f; f.prototype.isPrototypeOf(o);
});
// case: deleting
attempt(function () { var o = many(200000); for (var k in o) delete o[k] });
// case: deleting and adding
attempt(function () { var o = many(100000); for (var i = 0; i < 100000; ++i) { delete o['k' + i]; o['n' + i] = 1 } });
// case: a long list is dropped
attempt(function () { var l = null; for (var i = 0; i < 400000; ++i) l = { n: l }; l = null });
// case: a wide list is dropped
attempt(function () { var l = []; for (var i = 0; i < 400000; ++i) l.push({}); l = null });
// case: a tree is dropped
attempt(function () { function tree(d) { return d ? { l: tree(d - 1), r: tree(d - 1) } : null } var t = tree(17); t = null });
// case: all is dropped when a function returns
attempt(function () { (function () { var l = []; for (var i = 0; i < 100; ++i) l.push(many(2000)); })() });
// case: Proxy with native traps
attempt(function () {
  var p = new Proxy({}, { ownKeys: Object.keys, get: Math.abs, has: Math.abs });
  p.x; 'x' in p; Object.keys(p);
});
// case: Proxy whose keys are many
attempt(function () {
  var names = [];
  for (var i = 0; i < 100000; ++i) names.push('k' + i);
  Object.keys(new Proxy({}, { ownKeys: function () { return names } }));
});
// case: Proxy whose keys are a length only
attempt(function () { Object.keys(new Proxy({}, { ownKeys: function () { return { length: 4e9 } } })) });
// case: Proxy of a proxy, many times
attempt(function () { var p = {}; for (var i = 0; i < 100000; ++i) p = new Proxy(p, {}); p.x });
// case: Proxy of an array in array functions
attempt(function () { var p = new Proxy([], { get: function (t, k) { return k === 'length' ? 4e9 : t[k] } }); Array.prototype.indexOf.call(p, 1) });
// case: Reflect
attempt(function () { var o = many(100000); Reflect.ownKeys(o); Reflect.has(o, 'x'); Reflect.getPrototypeOf(o) });
// case: Reflect.apply with a length only
attempt(function () { Reflect.apply(Math.max, null, { length: 4e9 }) });
// case: Reflect.apply with a length of a million
attempt(function () { Reflect.apply(Math.max, null, { length: 999999 }) });
// case: Reflect.construct with a length of a million
attempt(function () { Reflect.construct(Array, { length: 999999 }) });
// case: own property symbols
attempt(function () { var o = {}; for (var i = 0; i < 50000; ++i) o[Symbol('s')] = i; Object.getOwnPropertySymbols(o).length });
// case: names like numbers
attempt(function () { var o = {}; for (var i = 0; i < 200000; ++i) o[i * 3] = i; Object.keys(o).length });
// case: names like numbers, downwards
attempt(function () { var o = {}; for (var i = 30000; i > 0; --i) o[i * 3] = i; Object.keys(o).length });
// case: names whose hashes are alike
attempt(function () { var o = {}, p = 'x'.repeat(300), q = 'y'.repeat(300); for (var i = 0; i < 5000; ++i) o[p + (100000 + i) + q] = i; Object.keys(o).length });
// case: texts whose hashes are alike
attempt(function () { var a = [], p = 'x'.repeat(300), q = 'y'.repeat(300); for (var i = 0; i < 20000; ++i) a.push(p + (100000 + i) + q) });
// case: toString of an object
attempt(function () { var s = 'x'.repeat(1e6), o = {}; o[Symbol.toStringTag] = s; Object.prototype.toString.call(o) });
