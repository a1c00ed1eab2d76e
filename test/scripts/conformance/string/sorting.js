// Sorting texts by case, by length, by numbers inside, by several keys.
var words = ['banana', 'Apple', 'cherry', 'apple', 'Banana', 'fig', 'date', 'item10', 'item9', 'item1', '\u00e9clair', 'Zebra'];
print(words.slice().sort(), words.slice().sort().reverse()[0]);
print(words.slice().sort(function (a, b) { var x = a.toLowerCase(), y = b.toLowerCase(); return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1; }));
print(words.slice().sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); }));
function natural(a, b) { var x = a.match(/\d+|\D+/g), y = b.match(/\d+|\D+/g); for (var i = 0; i < Math.min(x.length, y.length); i++) { var d = isNaN(x[i]) || isNaN(y[i]) ? (x[i] < y[i] ? -1 : x[i] > y[i] ? 1 : 0) : x[i] - y[i]; if (d) return d; } return x.length - y.length; }
print(['item10', 'item9', 'a2b10', 'a2b9', 'item1', 'a10', 'a2'].sort(natural), words.map(function (w) { return w.length; }).sort(function (a, b) { return b - a; }));
print(['b,2', 'a,10', 'a,9'].map(function (s) { return s.split(','); }).sort(function (p, q) { return p[0] < q[0] ? -1 : p[0] > q[0] ? 1 : p[1] - q[1]; }).map(String), 'canary'.split('').sort().join(''));
