// What is read-only on a prototype cannot be assigned below, but defined.
var base = Object.defineProperty({}, 'x', { value: 'base', writable: false, configurable: true });
var child = Object.create(base);
child.x = 'child';
print(child.x, Object.keys(child), outcome(function () { 'use strict'; child.x = 1; }));
Object.defineProperty(child, 'x', { value: 'defined', writable: true, enumerable: true });
print(child.x);
child.x = 'then assigned';
print(child.x, base.x);
var log = [];
var withSetter = { set y(v) { log.push(v); } };
var below = Object.create(withSetter);
below.y = 1;
print(log, Object.keys(below));
