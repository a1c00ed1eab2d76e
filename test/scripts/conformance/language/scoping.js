// var is of the function, not of the block.
var x = 'global';
function f() { if (true) { var x = 'block'; } return x; }
function g() { var before = x; for (var x = 0; x < 3; x++); return [before, x]; }
function h() { x = 'assigned above its var'; var x; return x; }
print(f(), g(), h(), x);
{ var y = 'in a bare block'; }
print(y);
(function () { var a = 1; { var a = 2; } print(a); (function () { print(a); var a = 3; print(a); })(); print(a); })();
function params(a) { var a; return a; }
function params2(a) { var a = 'var'; return a; }
function params3(a) { function a() {} return typeof a; }
print(params('p'), params2('p'), params3('p'));
switch (1) { case 0: var inSwitch = 'never'; case 1: print(inSwitch); }
for (var i = 0, n = 3; i < n; i++) { var last = i; }
print(i, n, last);
