// Whole numbers at the edges of doubles and of 32 bits.
var edges = [2147483646, 2147483647, 2147483648, 4294967294, 4294967295, 4294967296, 9007199254740990, 9007199254740991, 9007199254740992];
edges.forEach(function (n) { print(n, n + 1, n - 1, n * 2, n / 2, -n, n % 1000, n + 0.5, n * n, Math.sqrt(n * n) === n); });
var f = 1, list = [];
for (var i = 1; i <= 25; i++) { f *= i; list.push(f); }
print(list);
var p = 1;
for (i = 0; i < 1100; i++) p *= 2;
print(p, 0.1 * 10 === 1, 0.1 + 0.1 + 0.1 === 0.3);
for (var s = 0, k = 0; k < 10; k++) s += 0.1;
print(s, 1e21 + 1, 1e21 === 1e21 + 1, 2 ** 53 === 2 ** 53 + 1);
