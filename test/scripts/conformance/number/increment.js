// ++ and -- on all kinds of values and places.
var s = '5', t = 'x', u, n = null, b = true, a = [1], o = { n: 1.5, get g() { return 10; }, set g(v) { this.was = v; } }, d = new Date(7);
print(s++, s, typeof s, t++, t, u++, u, n++, n, b--, b, a++, a, d++, d);
print(++o.n, o.n++, o.n, o.g++, o.was, --o.g, o.was, -o.n, +'3', -'', +[], -'x', +true, - -1, +-+1);
var i = 0, list = [10, 20, 30];
list[i++] = list[i++] + i;
print(list, i, list[i--]++, list, i, --list[i], list);
print(outcome(function () { return missing++; }), outcome(function () { return missing.x++; }));
