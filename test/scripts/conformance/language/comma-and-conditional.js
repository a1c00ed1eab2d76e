// Commas and conditionals in odd places.
var a = (1, 2, 3), b = [(1, 2)], c = (print('evaluated'), 'value');
print(a, b, c, (function () { return 1, 2; })(), a ? b ? 'both' : 'a' : 'none', (a, b)[0]);
for (var i = 0, j = 10; i < j; i++, j--);
print(i, j, i > 3 ? i > 4 ? 'five' : 'four' : 'less', (true ? Math.max : Math.min)(1, 2), (false || String)(5), (null && x) === null);
var o = { f: function () { return this === o; } };
print((o.f)(), (0, o.f)(), (true ? o.f : 0)(), (o.f || 0)(), (o['f'])());
var v = true ? 1 : a = 5, w = false || 'x' && 0 || 'last';
print(v, w, a, !a ? 1 : !b ? 2 : 3, 1 ? 2 : 3 ? 4 : 5);
