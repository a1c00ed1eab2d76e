// Thousands of functions and closures.
var list = [];
for (var i = 0; i < 5000; i++) list.push((function (n) { var m = n * 2; return function (x) { return x + n + m++; }; })(i));
print(list[10](1), list[10](1), list[4999](0), list.reduce(function (s, f) { return s + f(0); }, 0));
var made = [];
for (i = 0; i < 200; i++) made.push(Function('a', 'return a * ' + i + ' + "' + i + '"'));
print(made[3](2), made[199](10), made.length);
var chain = function (x) { return x; };
for (i = 0; i < 150; i++) chain = (function (f, i) { return function (x) { return f(x) + i; }; })(chain, i);
print(chain(0));
