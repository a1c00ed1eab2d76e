// Reading properties of primitives, and writing them to nowhere.
var s = 'text', n = 5, t = true;
s.x = 1; n.x = 1; t.x = 1;
print(s.x, n.x, t.x, s.length, s[1], s[9], 'abc'.at === undefined || true);
s.length = 1; s[0] = 'X';
print(s, s.length);
(function () {
  'use strict';
  print(outcome(function () { s.x = 1; }), outcome(function () { n.x = 1; }), outcome(function () { s[0] = 'X'; }), outcome(function () { s.length = 3; }));
})();
print(outcome(function () { return null.x; }), outcome(function () { return undefined.x; }), outcome(function () { undefined.x = 1; }), outcome(function () { null.f(); }), outcome(function () { return ({}).f(); }));
Number.prototype.self = function () { 'use strict'; return typeof this; };
Number.prototype.boxed = function () { return typeof this; };
print((5).self(), (5).boxed());
