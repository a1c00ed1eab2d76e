// Search and dynamic programming.
function queens(n) { var count = 0, cols = {}, d1 = {}, d2 = {}; (function place(r) { if (r === n) return count++; for (var c = 0; c < n; c++) { if (cols[c] || d1[r + c] || d2[r - c]) continue; cols[c] = d1[r + c] = d2[r - c] = true; place(r + 1); cols[c] = d1[r + c] = d2[r - c] = false; } })(0); return count; }
print([1, 2, 3, 4, 5, 6, 7].map(queens));
function knapsack(items, cap) { var best = []; for (var c = 0; c <= cap; c++) best[c] = 0; items.forEach(function (it) { for (var c = cap; c >= it[0]; c--) best[c] = Math.max(best[c], best[c - it[0]] + it[1]); }); return best[cap]; }
print(knapsack([[12, 4], [2, 2], [1, 1], [1, 2], [4, 10]], 15));
function lcs(a, b) { var t = []; for (var i = 0; i <= a.length; i++) { t[i] = []; for (var j = 0; j <= b.length; j++) t[i][j] = !i || !j ? '' : a[i - 1] === b[j - 1] ? t[i - 1][j - 1] + a[i - 1] : t[i - 1][j].length >= t[i][j - 1].length ? t[i - 1][j] : t[i][j - 1]; } return t[a.length][b.length]; }
function distance(a, b) { var p = []; for (var j = 0; j <= b.length; j++) p[j] = j; for (var i = 1; i <= a.length; i++) { var q = [i]; for (j = 1; j <= b.length; j++) q[j] = Math.min(p[j] + 1, q[j - 1] + 1, p[j - 1] + (a[i - 1] !== b[j - 1])); p = q; } return p[b.length]; }
print(lcs('AGGTAB', 'GXTXAYB'), distance('kitten', 'sitting'), distance('', 'abc'), distance('same', 'same'));
function dijkstra(g, s) { var d = {}, done = {}, u; d[s] = 0; for (;;) { u = null; for (var k in d) if (!done[k] && (u === null || d[k] < d[u])) u = k; if (u === null) return d; done[u] = true; for (var v in g[u]) { var t = d[u] + g[u][v]; if (!(v in d) || t < d[v]) d[v] = t; } } }
print(dijkstra({ a: { b: 7, c: 9, f: 14 }, b: { c: 10, d: 15 }, c: { d: 11, f: 2 }, d: { e: 6 }, f: { e: 9 } }, 'a'));
