// Sorting by comparators of all kinds.
function numbers(a, b) { return a - b; }
var list = [5, 3, 9, 1, 7, 2, 8, 6, 4, 0];
print(list.slice().sort(numbers), list.slice().sort(function (a, b) { return b - a; }), list.slice().sort(function (a, b) { return a % 2 - b % 2 || a - b; }));
print([3, undefined, 1, , 2].sort(function (a, b) { return b - a; }));
print([2, 3, 1].sort(function (a, b) { return String(a - b); }), [2, 3, 1].sort(function (a, b) { return a < b ? -0.5 : 0.5; }));
print([1, 2].sort(function () { return undefined; }).length, [3, 1, 2].sort(function () { return NaN; }).length);
print(outcome(function () { return [1, 2].sort(function () { throw new RangeError('in a comparator'); }); }));
var seed = 7, big = [];
for (var i = 0; i < 2000; i++) { seed = (seed * 1103515245 + 12345) % 2147483648; big.push(seed % 1000); }
big.sort(numbers);
print(big.every(function (v, i) { return i === 0 || big[i - 1] <= v; }), big.length, big[0], big[1999]);
var people = [{ n: 'b', a: 2 }, { n: 'a', a: 3 }, { n: 'c', a: 1 }];
print(people.sort(function (x, y) { return x.n < y.n ? -1 : 1; }).map(function (p) { return p.n + p.a; }));
