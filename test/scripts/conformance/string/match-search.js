// match and search, with and without g.
print('abcabc'.match(/b/), 'abcabc'.match(/b/).index, 'abcabc'.match(/b/g), 'abc'.match(/x/), 'abc'.match(/x/g), 'abc'.match('b').index, 'a.c'.match('.')[0], 'abc'.match()[0] === '', 'x1y22'.match(/\d+/g), 'ab'.match(/(a)(x)?/));
print('abc'.search(/c/), 'abc'.search('c'), 'abc'.search(/x/), 'abc'.search(), 'a.c'.search('\\.'), 'aXb'.search(/x/i));
var g = /a/g;
g.lastIndex = 2;
print('aab'.match(g), g.lastIndex, 'baab'.search(g), g.lastIndex, 'test test'.match(/(t)(e)/g), 'aaa'.match(/a*?/g), 'aaa'.match(/^a/gm));
var m = 'key=value'.match(/(\w+)=(\w+)/);
print(m.length, m[1], m[2], m.index, m.input, Object.keys(m).slice(0, 5));
