// Compiles thousands of functions, and texts that cannot be compiled.
// expect: pass
var made = [];
for (var i = 0; i < 1500; i++) {
  made.push(Function('a', 'return ' + i + ' + a'), new RegExp('left' + i + '(x)*'));
  try { eval('(' + i); } catch (e) { made.push(e); }
  eval('var left' + i + ' = ' + i);
}
