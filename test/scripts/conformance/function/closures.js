// Closures keep variables, not values.
function counter() { var n = 0; return { up: function () { return ++n; }, down: function () { return --n; }, get n() { return n; } }; }
var a = counter(), b = counter();
a.up(); a.up(); b.down();
print(a.n, b.n);
var late = [];
for (var i = 0; i < 3; i++) late.push(function () { return i; });
print(late.map(function (f) { return f(); }));
var early = [];
for (i = 0; i < 3; i++) early.push((function (i) { return function () { return i; }; })(i));
print(early.map(function (f) { return f(); }));
function outer() { var x = 1; function inner() { return x; } x = 2; var r = inner(); x = 3; return [r, inner()]; }
print(outer());
function chain(n) { return n === 0 ? function () { return 0; } : (function (f) { return function () { return f() + n; }; })(chain(n - 1)); }
print(chain(100)());
function params(a) { return [function () { return a; }, function (v) { a = v; }, arguments]; }
var p = params(1);
p[1](5);
print(p[0](), p[2][0]);
