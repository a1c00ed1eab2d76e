// Which of two values is less, equal, or neither.
var v = [undefined, null, true, false, 0, 1, NaN, '', '1', 'a', '10', Infinity, {}, [], [1], [10], new Number(1)];
v.forEach(function (a, i) { print(i, v.map(function (b) { return (a < b ? '<' : '') + (a > b ? '>' : '') + (a == b ? '=' : '') + (a === b ? '=' : '') + (a <= b ? 'l' : '') + (a >= b ? 'g' : ''); })); });
