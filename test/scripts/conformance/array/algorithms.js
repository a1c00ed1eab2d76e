// Sieve, search, queue, merge and quick sort, permutations by hand.
var sieve = [], primes = [];
for (var i = 2; i < 200; i++) { if (!sieve[i]) { primes.push(i); for (var j = i * i; j < 200; j += i) sieve[j] = true; } }
print(primes.length, primes.slice(-5));
function find(list, x) { var lo = 0, hi = list.length; while (lo < hi) { var mid = (lo + hi) >> 1; if (list[mid] < x) lo = mid + 1; else hi = mid; } return list[lo] === x ? lo : -1; }
print(find(primes, 97), find(primes, 98), find([], 1));
function quick(list) { if (list.length < 2) return list; var p = list[0], rest = list.slice(1); return quick(rest.filter(function (x) { return x < p; })).concat(p, quick(rest.filter(function (x) { return x >= p; }))); }
function merge(list) { if (list.length < 2) return list; var h = list.length >> 1, a = merge(list.slice(0, h)), b = merge(list.slice(h)), out = []; while (a.length && b.length) out.push(a[0] <= b[0] ? a.shift() : b.shift()); return out.concat(a, b); }
var mixed = primes.map(function (p, i) { return (p * 31 + i * 17) % 101; });
print(quick(mixed).join() === merge(mixed).join(), quick(mixed).slice(0, 6));
var queue = [[0, 0]], seen = { '0,0': 0 }, far = 0;
while (queue.length) { var at = queue.shift(); [[1, 2], [2, 1], [-1, 2], [-2, 1], [1, -2], [2, -1], [-1, -2], [-2, -1]].forEach(function (d) { var x = at[0] + d[0], y = at[1] + d[1], k = x + ',' + y; if (x >= 0 && y >= 0 && x < 8 && y < 8 && !(k in seen)) { far = Math.max(far, seen[k] = seen[at.join()] + 1); queue.push([x, y]); } }); }
print(Object.keys(seen).length, far);
