// split by regular expressions, with groups.
print('a1b22c'.split(/\d/), 'a1b22c'.split(/\d+/), 'a1b2c'.split(/(\d)/), 'A<B>bold</B>and'.split(/<(\/)?([^<>]+)>/), 'abc'.split(/(?:)/), ''.split(/a/), ''.split(/(?:)/), 'abc'.split(/(b)?/), 'a b  c'.split(/ /, 2), 'x, y ,z'.split(/\s*,\s*/));
print('aBcBd'.split(/b/i), 'one\ntwo\r\nthree'.split(/\r?\n/), 'ab'.split(/a*?/), 'ab'.split(/a*/), 'abc'.split(/$/), 'abc'.split(/^/), 'a\nb'.split(/^/m), 'test'.split(/(t)/));
var r = /,/g;
r.lastIndex = 2;
print('a,b,c'.split(r), r.lastIndex);
