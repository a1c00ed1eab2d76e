// Parsing query strings, cookies, headers, versions and markdown.
function query(s) { var o = {}; s.replace(/^\?/, '').replace(/([^&=]+)(?:=([^&]*))?/g, function (a, k, v) { k = decodeURIComponent(k); v = v === undefined ? true : decodeURIComponent(v.replace(/\+/g, ' ')); o[k] = k in o ? [].concat(o[k], v) : v; }); return o; }
print(query('?a=1&b=x%20y&c&a=2&d=p+q'), query(''));
function cookie(s) { var m = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(s), o = { name: m[1], value: m[2] }; s.slice(m[0].length).replace(/;\s*([\w-]+)(?:=([^;]*))?/g, function (a, k, v) { o[k.toLowerCase()] = v === undefined ? true : v; }); return o; }
print(cookie('sid=abc123; Path=/; HttpOnly; Max-Age=60'));
print('gzip;q=0.8, br, *;q=0.1'.split(/\s*,\s*/).map(function (p) { var m = /^([^;]+)(?:;q=([\d.]+))?$/.exec(p); return [m[1], m[2] ? +m[2] : 1]; }).sort(function (a, b) { return b[1] - a[1]; }));
function version(a, b) { var x = a.match(/\d+/g), y = b.match(/\d+/g); for (var i = 0; i < Math.max(x.length, y.length); i++) { var d = (x[i] || 0) - (y[i] || 0); if (d) return d < 0 ? -1 : 1; } return 0; }
print(['1.10.0', '1.9.9', '1.9', '2.0.0-rc1', '1.9.10'].sort(version), version('1.0', '1.0.0'));
print('# T\n\n*a* **b** `c` [l](u)'.replace(/^# (.*)$/gm, '<h1>$1</h1>').replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/\*(.+?)\*/g, '<i>$1</i>').replace(/`([^`]+)`/g, '<code>$1</code>').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>'));
