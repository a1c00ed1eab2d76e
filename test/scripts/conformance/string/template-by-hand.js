// A small template engine and a formatter.
function fill(text, values) { return text.replace(/\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g, function (all, path, filter) { var v = path.split('.').reduce(function (o, k) { return o === undefined ? o : o[k]; }, values); return filter ? ({ upper: function (s) { return String(s).toUpperCase(); }, json: JSON.stringify })[filter](v) : v === undefined ? all : v; }); }
print(fill('Hello {{ name | upper }}, {{a.b}} of {{a.c|json}} and {{missing}}', { name: 'bird', a: { b: 5, c: [1, 'x'] } }));
function pad(s, n, c) { s = String(s); return s.length >= n ? s : new Array(n - s.length + 1).join(c || ' ') + s; }
print(pad(5, 3, '0'), pad('long', 2), pad('', 3, '-'), [1, 10, 100].map(function (n) { return pad(n, 4); }).join('|'));
function caesar(s, k) { return s.replace(/[a-z]/gi, function (c) { var b = c < 'a' ? 65 : 97; return String.fromCharCode((c.charCodeAt(0) - b + k + 26) % 26 + b); }); }
print(caesar('Hello, World', 3), caesar(caesar('Hello, World', 3), -3));
var counts = {};
'the quick brown fox jumps over the lazy dog the end'.split(' ').forEach(function (w) { counts[w] = (counts[w] || 0) + 1; });
print(counts);
print('camelCaseToSnake'.replace(/[A-Z]/g, function (c) { return '_' + c.toLowerCase(); }), 'snake_to_camel'.replace(/_(\w)/g, function (m, c) { return c.toUpperCase(); }), 'a man a plan'.split(' ').map(function (w) { return w[0].toUpperCase() + w.slice(1); }).join(' '));
