// Errors inside traps come out.
['get', 'set', 'has', 'deleteProperty', 'ownKeys', 'apply', 'construct'].forEach(function (trap) {
  var handler = {};
  handler[trap] = function () { throw new RangeError(trap); };
  var p = new Proxy(function () {}, handler);
  print(trap, outcome(function () { return p.x; }), outcome(function () { p.x = 1; }), outcome(function () { return 'x' in p; }), outcome(function () { return delete p.x; }), outcome(function () { return Object.getOwnPropertyNames(p).length > 0; }), outcome(function () { return p(); }), outcome(function () { return typeof new p(); }));
});
['get', 'has', 'ownKeys'].forEach(function (trap) { var handler = {}; handler[trap] = 'not callable'; print(trap, outcome(function () { var p = new Proxy({}, handler); return [p.x, 'x' in p, Object.keys(p)]; })); });
