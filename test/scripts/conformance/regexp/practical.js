// Patterns of daily use: dates, addresses, URLs, CSV, HTML, INI.
print(['2024-02-29', '2024-2-9', 'x2024-01-01'].map(function (t) { return /^\d{4}-\d{2}-\d{2}$/.test(t); }), ['a@b.co', 'a@b', '@b.co', 'first.last+tag@sub.example.org'].map(function (t) { return /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(t); }));
var url = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^\/?#:]*)(?::(\d+))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i;
['http://example.org:8080/a/b?x=1&y=2#top', '/path', 'mailto:a@b', '//host/p', '?q'].forEach(function (t) { print(url.exec(t).slice(1)); });
print('a,"b ""q"" c",,d'.match(/("([^"]|"")*"|[^,]*)(,|$)/g), ' k = v ; x=1'.split(/\s*;\s*/).map(function (p) { return p.trim().split(/\s*=\s*/); }));
print('<a href="x.html" class=\'y\'>t</a>'.replace(/<[^>]+>/g, ''), '<a href="x" b=\'y\'>'.match(/\w+=("[^"]*"|'[^']*')/g), '# c\na=1\n[s]\nb = 2'.split('\n').filter(function (l) { return !/^\s*#/.test(l); }).map(function (l) { return (/^\[(\w+)\]$/.exec(l) || /^(\w+)\s*=\s*(.*)$/.exec(l)).slice(1).join(':'); }));
print('192.168.1.256'.split('.').every(function (n) { return /^(25[0-5]|2[0-4]\d|1?\d?\d)$/.test(n); }), '10.0.0.1'.split('.').every(function (n) { return /^(25[0-5]|2[0-4]\d|1?\d?\d)$/.test(n); }), 'tag1 #tag2 #tag_3!'.match(/#\w+/g), '  many   spaces '.replace(/^\s+|\s+$/g, '').replace(/\s+/g, ' '));
