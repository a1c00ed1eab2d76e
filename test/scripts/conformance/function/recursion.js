// Functions that call themselves and each other.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
function isEven(n) { return n === 0 ? true : isOdd(n - 1); }
function isOdd(n) { return n === 0 ? false : isEven(n - 1); }
function ackermann(m, n) { return m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
function hanoi(n, a, b, c) { return n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a); }
function permutations(list) {
  if (list.length < 2) return [list];
  var all = [];
  list.forEach(function (x, i) { permutations(list.slice(0, i).concat(list.slice(i + 1))).forEach(function (rest) { all.push([x].concat(rest)); }); });
  return all;
}
print(fib(15), isEven(200), isOdd(77), ackermann(2, 3), hanoi(8, 'a', 'b', 'c'), permutations([1, 2, 3]).length, permutations(['a', 'b', 'c']).map(String));
