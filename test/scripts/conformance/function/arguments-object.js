// arguments is no array, but nearly.
function f() { return arguments; }
var a = f('x', 'y', 'z');
print(Array.isArray(a), a instanceof Object, a.length, Object.keys(a), typeof a.callee, a.callee === f);
print(Array.prototype.join.call(a, '-'), [].slice.call(a, 1), [].map.call(a, function (v) { return v + v; }), [].reverse.call(a)[0]);
print(attributes(a, 'length'), attributes(a, '0'), attributes(a, 'callee').slice(0, 3));
a.length = 1;
print([].slice.call(a), a[1], JSON.stringify(f(1, [2])));
(function () { var arguments = 5; print(arguments); })(1);
(function (arguments) { print(arguments); })('parameter');
(function () { print(typeof arguments, (function () { return arguments.length; })(1, 2, 3)); })();
