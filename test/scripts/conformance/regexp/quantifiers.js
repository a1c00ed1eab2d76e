// Greedy and lazy repetitions.
[/a*/, /a+/, /a?/, /a{2}/, /a{2,}/, /a{1,2}/, /a*?/, /a+?/, /a??/, /a{2,}?/, /a{1,3}?/, /(a){2}/, /(?:aa)+/, /a{0}/, /^(a+)\1$/, /(a*)(a+)/, /(a*?)(a+)/, /a{,3}/, /a{/, /x?a/].forEach(function (r) { print(r.source, outcome(function () { return r.exec('aaaa'); }), outcome(function () { return r.exec(''); })); });
print('<b>one</b><b>two</b>'.match(/<b>.*<\/b>/)[0], '<b>one</b><b>two</b>'.match(/<b>.*?<\/b>/)[0], /^(?:(\d+)x)?\s*(\d+)$/.exec('3x 4'), /((a)|(b)|c)*/.exec('abc'));
