// A program that ends in an error from deep inside.
function a(n) { if (n === 0) return null.property; return b(n - 1); }
function b(n) { return [n].map(function (x) { return a(x); })[0]; }
print('going');
try { a(6); } catch (e) { print('caught', e.name); }
a(8);
