// What delete gives, and what stays.
var o = { a: 1, b: 2 };
print(delete o.a, delete o.none, o, delete o['b'], o);
var fixed = Object.defineProperty({}, 'x', { value: 1 });
print(delete fixed.x, fixed.x);
(function () { 'use strict'; print(outcome(function () { delete fixed.x; }), outcome(function () { return delete fixed.y; })); })();
var list = [1, 2, 3];
print(delete list[1], list, list.length, delete list.length, delete 'abc'[0], delete 'abc'[7], delete 5, delete o);
var child = Object.create({ up: 1 });
child.up = 2;
print(child.up, delete child.up, child.up, delete child.up, child.up);
print(outcome(function () { return delete null.x; }));
