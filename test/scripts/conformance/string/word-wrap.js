// Wrapping, justifying, columns.
function wrap(t, n) { return t.split(' ').reduce(function (l, w) { if (l.length && (l[l.length - 1] + ' ' + w).length <= n) l[l.length - 1] += ' ' + w; else l.push(w); return l; }, []); }
var text = 'the canary in the coal mine sings until the air turns bad and then it is silent';
print(wrap(text, 20), wrap(text, 1).length, wrap('', 5));
function justify(l, n) { var ws = l.split(' '), gaps = n - ws.join('').length, out = ''; ws.forEach(function (w, i) { var g = i < ws.length - 1 ? Math.ceil(gaps / (ws.length - 1 - i)) : 0; out += w + new Array(g + 1).join(' '); gaps -= g; }); return out; }
wrap(text, 24).forEach(function (l) { print('|' + justify(l, 24) + '|'); });
print(text.split(' ').map(function (w) { return w.length; }), text.replace(/\b\w/g, function (c) { return c.toUpperCase(); }), text.split('').filter(function (c, i, a) { return 'aeiou'.indexOf(c) >= 0; }).length, text.match(/\b(\w)\w*\1\b/g));
