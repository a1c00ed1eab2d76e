// Run lengths, LZ78, Huffman codes.
function rle(s) { return s.replace(/(.)\1*/g, function (r, c) { return r.length + c; }); }
function unrle(s) { return s.replace(/(\d+)(\D)/g, function (a, n, c) { return c.repeat(n); }); }
print(rle('aaabccdddd'), unrle(rle('aaabccdddd')), rle(''));
function lz(s) { var d = { '': 0 }, n = 1, w = '', out = []; s.split('').forEach(function (c) { if ((w + c) in d) w += c; else { out.push([d[w], c]); d[w + c] = n++; w = ''; } }); if (w) out.push([d[w], '']); return out; }
function unlz(l) { var d = ['']; return l.map(function (p) { d.push(d[p[0]] + p[1]); return d[d.length - 1]; }).join(''); }
var t = 'abababababcabcabc'.repeat(3);
print(lz(t).length, unlz(lz(t)) === t, lz('aaa'));
function huffman(s) { var f = {}; s.split('').forEach(function (c) { f[c] = (f[c] || 0) + 1; }); var q = Object.keys(f).sort().map(function (c) { return { c: c, n: f[c] }; }); while (q.length > 1) { q.sort(function (a, b) { return a.n - b.n || (a.c < b.c ? -1 : 1); }); var a = q.shift(), b = q.shift(); q.push({ n: a.n + b.n, c: a.c < b.c ? a.c : b.c, l: a, r: b }); } var codes = {}; (function walk(n, p) { if (n.l) { walk(n.l, p + '0'); walk(n.r, p + '1'); } else codes[n.c] = p || '0'; })(q[0], ''); return codes; }
var codes = huffman('mississippi river');
print(codes, 'mississippi river'.split('').map(function (c) { return codes[c]; }).join('').length);
