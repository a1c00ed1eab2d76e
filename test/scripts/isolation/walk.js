
// The tests join this to the end of each script of vandals/.

// Calls `visit` with everything that can be reached from the global object, once each, in the order of distance.
function reach(visit) {
  var describe = Object.getOwnPropertyDescriptor, keysOf = Reflect.ownKeys, up = Object.getPrototypeOf;
  var own = { reach: 1 }, all = [], known = [], define = Object.defineProperty, open = Object.isExtensible;
  var mark = Symbol('reached');
  function add(o) {
    if (o === null || (typeof o !== 'object' && typeof o !== 'function') || describe(o, mark)) return;
    if (open(o)) define(o, mark, { value: 1, configurable: true });
    else if (known.indexOf(o) >= 0) return;
    else known[known.length] = o;
    all[all.length] = o;
  }
  add(globalThis);
  add(log.kv('a', 1));
  add(std.time.since(std.time.now()));
  for (var i = 0; i < all.length; ++i) {
    add(up(all[i]));
    var keys = keysOf(all[i]);
    for (var k = 0; k < keys.length; ++k) {
      var d = describe(all[i], keys[k]);
      if (!d) continue;
      add(d.value);
      add(d.get);
      add(d.set);
    }
  }
  for (i = 0; i < all.length; ++i) if (describe(all[i], mark)) delete all[i][mark];
  for (i = all.length - 1; i >= 0; --i) visit(all[i], keysOf(all[i]));
  return all.length;
}
