// A tree of thousands, built, walked, changed.
var root = null, size = 0, seed = 77;
function insert(v) { var at = root, side; if (!root) { root = { v: v }; size++; return; } for (;;) { if (v === at.v) return; side = v < at.v ? 'l' : 'r'; if (!at[side]) { at[side] = { v: v }; size++; return; } at = at[side]; } }
for (var i = 0; i < 3000; i++) { seed = (seed * 48271) % 2147483647; insert(seed % 100000); }
function walk(n, f) { if (n) { walk(n.l, f); f(n.v); walk(n.r, f); } }
var sorted = [];
walk(root, function (v) { sorted.push(v); });
function height(n) { return n ? 1 + Math.max(height(n.l), height(n.r)) : 0; }
print(size === sorted.length, sorted.every(function (v, i) { return !i || sorted[i - 1] < v; }), height(root) < 60, sorted[0], sorted[sorted.length - 1], size, height(root));
