// The name and length of functions, and that they are not writable.
function named(a, b) {}
print(named.length, named.name, (function () {}).length, (function inner(a) {}).name);
print(attributes(named, 'length'), attributes(named, 'name'));
named.length = 9;
named.name = 'other';
print(named.length, named.name);
Object.defineProperty(named, 'name', { value: 'defined' });
Object.defineProperty(named, 'length', { value: 7 });
print(named.length, named.name, delete named.name, delete named.length, Object.keys(named), named.hasOwnProperty('name'));
print(outcome(function () { 'use strict'; (function f() {}).name = 'x'; }));
print((function (a, b, c, d, e) {}).length, Function('a', 'b', 'return 1').length, Function('a,b', 'c', '').length);
