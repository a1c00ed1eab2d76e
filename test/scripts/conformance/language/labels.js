// Labels, and breaking and continuing to them.
var log = [];
outer: for (var i = 0; i < 3; i++) { inner: for (var j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; log.push(i + '' + j); } }
block: { log.push('in'); if (log) break block; log.push('never'); }
a: b: c: for (;;) { break b; }
loop: do { for (;;) continue loop; } while (false);
named: if (true) { break named; }
sw: switch (1) { case 1: for (;;) break sw; }
try { t: { try { break t; } finally { log.push('finally'); } } } finally { log.push('end'); }
print(log);
function find(t, v) { var at = null; search: for (var r in t) for (var c in t[r]) if (t[r][c] === v) { at = r + ',' + c; break search; } return at; }
print(find([[1, 2], [3, 4]], 3), find([[1]], 9));
x: x = 5;
print(x, outcome(function () { return eval('lab: { break lab; 1 } 2'); }), outcome(function () { return eval('break lab'); }), outcome(function () { return eval('l: function q() {}'); }));
