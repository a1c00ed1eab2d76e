// with puts an object before the scope.
var o = { a: 1, b: 2 }, a = 'outer', c = 'c';
with (o) { print(a, b, c); a = 10; c = 'changed'; var b = 20; var d = 5; }
print(o, a, b, c, d);
with ({ f: function () { return this.tag; }, tag: 'T' }) print(f());
with ([1, 2, 3]) print(length, join('-'));
with ('text') print(length, toUpperCase());
var made; with ({ v: 1 }) made = function () { return v; };
print(made(), outcome(function () { with (null) {} }), outcome(function () { with (undefined) {} }), outcome(function () { return Function('"use strict"; with ({}) {}'); }));
with ({ x: 1 }) { with ({ y: 2 }) { print(x + y); delete o.b; } }
(function () { with (arguments) print(length); })(1, 2, 3);
with ({ get g() { return 'got'; } }) print(g);
for (var k in { only: 1 }) with ({ k: 'with' }) print(k);
