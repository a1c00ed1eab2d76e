// Determinants, Gauss elimination, polynomials as objects.
function det(m) { return m.length === 1 ? m[0][0] : m[0].reduce(function (s, v, i) { return s + (i % 2 ? -v : v) * det(m.slice(1).map(function (r) { return r.filter(function (x, j) { return j !== i; }); })); }, 0); }
print(det([[2]]), det([[1, 2], [3, 4]]), det([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), det([[1, 2, 3, 4], [5, 6, 7, 8], [2, 6, 4, 8], [3, 1, 1, 2]]));
function solve(a) { a = a.map(function (r) { return r.slice(); }); for (var i = 0; i < a.length; i++) { for (var p = i, j = i; j < a.length; j++) if (Math.abs(a[j][i]) > Math.abs(a[p][i])) p = j; var t = a[i]; a[i] = a[p]; a[p] = t; for (j = 0; j < a.length; j++) if (j !== i) { var f = a[j][i] / a[i][i]; a[j] = a[j].map(function (v, k) { return v - f * a[i][k]; }); } } return a.map(function (r, i) { return Math.round(r[a.length] / r[i] * 1e9) / 1e9; }); }
print(solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]), solve([[0, 1, 5], [1, 0, 3]]));
function Poly(c) { this.c = c; }
Poly.prototype = { plus: function (o) { for (var r = [], i = 0; i < Math.max(this.c.length, o.c.length); i++) r.push((this.c[i] || 0) + (o.c[i] || 0)); return new Poly(r); }, times: function (o) { var r = []; this.c.forEach(function (a, i) { o.c.forEach(function (b, j) { r[i + j] = (r[i + j] || 0) + a * b; }); }); return new Poly(r); }, at: function (x) { return this.c.reduceRight(function (s, a) { return s * x + a; }, 0); }, toString: function () { return this.c.map(function (a, i) { return a ? a + (i ? 'x' + (i > 1 ? '^' + i : '') : '') : ''; }).filter(Boolean).reverse().join(' + ') || '0'; } };
var p = new Poly([1, 1]);
print(String(p.times(p).times(p)), p.plus(new Poly([-1, 0, 2])).toString(), p.times(p).at(3), '' + new Poly([0]));
