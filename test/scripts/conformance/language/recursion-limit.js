// Too deep a recursion is a RangeError that can be caught, again and again.
function down() { return down() + 1; }
for (var i = 0; i < 3; i++) { try { down(); } catch (e) { print(e instanceof RangeError, e.name); } }
function depth(n) { return n === 0 ? 0 : 1 + depth(n - 1); }
print(depth(1000), outcome(function () { var o = {}; o.toString = function () { return '' + o; }; return '' + o; }), outcome(function () { return (function f() { return [1].map(f); })(); }), outcome(function () { var o = { get x() { return this.x; } }; return o.x; }));
var list = null;
for (i = 0; i < 20000; i++) list = { next: list };
for (var n = 0; list; list = list.next) n++;
print(n);
