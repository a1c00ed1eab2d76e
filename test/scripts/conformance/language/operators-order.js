// Operands are looked at from left to right, once each.
var log = [];
function v(name, value) { return { valueOf: function () { log.push('=' + name); return value; } }; }
function f(name, value) { log.push(name); return value; }
f('a', 1) + f('b', 2) * f('c', 3);
v('x', 1) + v('y', 2) * v('z', 3);
v('p', 1) < v('q', 2); v('r', 1) > v('s', 2); v('t', 2) <= v('u', 2);
print(log);
log = [];
var o = {};
f('object', o)[f('key', 'k')] = f('value', 1);
f('fn', function () {})(f('arg1'), f('arg2'));
var a = [f('e1'), f('e2')], lit = { x: f('p1'), y: f('p2') };
f('cond', true) ? f('yes') : f('no');
f('l', 0) || f('r', 0) && f('never');
f('c1'), f('c2');
print(log, o);
var i = 1, list = [0, 0, 0];
list[i] = i = 2;
print(list, i);
i += i++ + ++i;
print(i);
