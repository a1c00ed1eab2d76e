// Which of return, throw, break and continue wins.
function f(how) {
  try { if (how < 3) return 'try'; throw 'thrown'; } catch (e) { if (how === 3) return 'catch ' + e; if (how === 4) throw 'from catch'; } finally { if (how === 1 || how === 5) return 'finally'; if (how === 2) throw 'from finally'; }
  return 'after';
}
for (var i = 0; i < 7; i++) print(i, outcome(function () { return f(i); }));
function loop() { var log = []; for (var i = 0; i < 5; i++) { try { if (i === 1) continue; if (i === 3) break; log.push('t' + i); } finally { log.push('f' + i); } } return log; }
print(loop());
function overridden() { for (var i = 0; i < 3; i++) { try { return 'return'; } finally { if (i < 2) continue; break; } } return 'after the loop'; }
print(overridden());
function labelled() { outer: for (;;) { try { for (;;) { try { break outer; } finally { print('inner finally'); } } } finally { print('outer finally'); } } return 'out'; }
print(labelled());
function value() { var x = 1; try { return x; } finally { x = 2; } }
print(value());
function deep() { try { try { try { throw 1; } finally { print('a'); } } finally { print('b'); } } catch (e) { return e; } finally { print('c'); } }
print(deep());
