// Visitors, commands, multimethods and plugins by property names.
var visitor = { number: function (n) { return n.v; }, add: function (n) { return this.visit(n.l) + this.visit(n.r); }, neg: function (n) { return -this.visit(n.e); }, visit: function (n) { if (!this.hasOwnProperty(n.t)) throw new TypeError(n.t); return this[n.t](n); } };
print(visitor.visit({ t: 'add', l: { t: 'number', v: 5 }, r: { t: 'neg', e: { t: 'number', v: 2 } } }), outcome(function () { return visitor.visit({ t: 'toString' }); }));
var commands = { set: function (s, k, v) { s[k] = v; }, del: function (s, k) { delete s[k]; }, incr: function (s, k) { s[k] = (+s[k] || 0) + 1; } }, store = {};
'set a 5|incr a|incr b|set c x|del c|incr b'.split('|').forEach(function (l) { var p = l.split(' '); commands[p.shift()].apply(null, [store].concat(p)); });
print(store);
function multi() { var table = {}; function f(a, b) { return (table[typeof a + ',' + typeof b] || function () { return 'none'; })(a, b); } f.on = function (x, y, g) { table[x + ',' + y] = g; return f; }; return f; }
var plus = multi().on('number', 'number', function (a, b) { return a + b; }).on('string', 'number', function (a, b) { return a.repeat(b); });
print(plus(1, 2), plus('ab', 2), plus(1, 'x'));
