// eval in the scope where it stands, and elsewhere.
var x = 'global';
function direct() { var x = 'local'; return [eval('x'), (0, eval)('x'), eval('var y = x + "!"; y'), y, typeof eval('(function () {})')]; }
print(direct(), typeof y);
function strict() { 'use strict'; var x = 1; eval('var x = 2; var z = 3'); return [x, typeof z, eval('x + 1')]; }
print(strict());
function assigned() { var x = 1; eval('x = 2'); return x; }
function declares() { eval('var added = 1; function fn() { return added; }'); return [added, fn(), delete globalThis.added]; }
print(assigned(), declares());
var other = eval;
function indirect() { var x = 'local'; return [other('x'), globalThis.eval('x'), eval.call(null, 'x')]; }
print(indirect());
print(eval(), eval(5), eval(''), eval('1;;;;'), eval('var q = 7'), eval('{}'), eval('({})'), eval('if (false) 1'), eval('function named() {}'), eval(new String('1+1')), eval('"use strict"; this') === this);
print(eval('1; if (true) {}'));
print(outcome(function () { return eval('throw new RangeError("in eval")'); }), outcome(function () { return eval('}'); }), (function () { return eval('this.k'); }).call({ k: 'kept' }), (function () { return eval('arguments.length'); })(1, 2));
