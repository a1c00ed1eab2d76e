// Tables: filling, transposing, multiplying, spirals.
function table(rows, columns, f) { var t = []; for (var r = 0; r < rows; r++) { t[r] = []; for (var c = 0; c < columns; c++) t[r][c] = f(r, c); } return t; }
var m = table(3, 4, function (r, c) { return r * 10 + c; });
print(m);
print(table(4, 3, function (r, c) { return m[c][r]; }));
function multiply(a, b) { return table(a.length, b[0].length, function (r, c) { return a[r].reduce(function (s, v, k) { return s + v * b[k][c]; }, 0); }); }
print(multiply([[1, 2], [3, 4]], [[0, 1], [1, 0]]));
var power = [[1, 1], [1, 0]];
for (var i = 0; i < 20; i++) power = multiply(power, [[1, 1], [1, 0]]);
print(power);
function spiral(t) { var out = []; t = t.map(function (r) { return r.slice(); }); while (t.length) { out = out.concat(t.shift()); t = t.length ? t[0].map(function (x, i) { return t.map(function (r) { return r[i]; }); }).reverse() : t; } return out; }
print(spiral(m));
