// A heap of thousands, by hand.
function Heap() { this.a = []; }
Heap.prototype.push = function (v) { var a = this.a, i = a.push(v) - 1; while (i > 0) { var p = (i - 1) >> 1; if (a[p] <= a[i]) break; var t = a[p]; a[p] = a[i]; a[i] = t; i = p; } };
Heap.prototype.pop = function () { var a = this.a, top = a[0], last = a.pop(); if (a.length) { a[0] = last; for (var i = 0; ; ) { var l = 2 * i + 1, m = i; if (l < a.length && a[l] < a[m]) m = l; if (l + 1 < a.length && a[l + 1] < a[m]) m = l + 1; if (m === i) break; var t = a[m]; a[m] = a[i]; a[i] = t; i = m; } } return top; };
var h = new Heap(), seed = 5, sum = 0;
for (var i = 0; i < 4000; i++) { seed = (seed * 16807) % 2147483647; h.push(seed % 9973); sum += seed % 9973; }
for (var prev = -1, ok = true, got = 0; h.a.length; ) { var v = h.pop(); if (v < prev) ok = false; prev = v; got += v; }
print(ok, got === sum, prev);
