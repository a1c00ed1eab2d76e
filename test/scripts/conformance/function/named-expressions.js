// A function expression's name is known inside it only, and not changed.
var f = function inner(n) { return n <= 0 ? 'done' : inner(n - 1); };
print(f(3), typeof inner);
var g = function self() { self = 5; return typeof self; };
print(g());
var h = function self() { 'use strict'; try { self = 5; } catch (e) { return e.name; } return 'assigned'; };
print(h());
var i = function self() { var self = 3; return self; };
print(i());
var j = function self(self) { return self; };
print(j('parameter'));
