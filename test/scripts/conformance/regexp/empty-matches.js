// Patterns that match nothing go on.
print('abc'.replace(/x*/g, '-'), 'axbc'.replace(/x*/g, '-'), 'abc'.match(/x*/g), ''.match(/x*/g), 'ab'.split(/x*/), 'aab'.replace(/a*?/g, '.'), 'a\nb'.replace(/^/gm, '> '), 'a\nb'.replace(/$/gm, ';'), 'ab'.replace(/\b/g, '|'), 'ab'.replace(/\B/g, '|'));
var r = /(?:)/g;
print(r.exec('ab').index, r.lastIndex, r.exec('ab').index, r.lastIndex);
[/(?:a*)*/, /(a*)*/, /(|a)+/, /(?:a|())*?b/].forEach(function (r) { print(r.source, outcome(function () { return r.exec('ab')[0]; })); });
print(/(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac'));
