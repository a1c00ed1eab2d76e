// Object.keys and getOwnPropertyNames of arrays, strings, functions and primitives.
print(Object.keys([5, , 7]), Object.getOwnPropertyNames([5, , 7]));
print(Object.keys('abc'), Object.getOwnPropertyNames('abc'));
print(Object.keys(5), Object.keys(true), Object.getOwnPropertyNames(5));
var boxed = new String('xy');
boxed.extra = 1;
boxed[5] = 2;
print(Object.keys(boxed), Object.getOwnPropertyNames(boxed));
function f(a, b) {}
f.own = 1;
print(Object.keys(f), ['length', 'name', 'prototype', 'own'].map(function (k) { return f.hasOwnProperty(k); }));
print(outcome(function () { return Object.keys(null); }), outcome(function () { return Object.keys(); }));
(function () { print(Object.keys(arguments), Object.getOwnPropertyNames(arguments).sort()); })('p', 'q');
