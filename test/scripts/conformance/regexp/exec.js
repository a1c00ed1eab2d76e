// exec gives the match with its groups, index and input.
var m = /(\d+)-(\d+)?-(x)?/.exec('on 12--');
print(m.length, m[0], m[1], m[2], m[3], m.index, m.input, Array.isArray(m), 2 in m);
print(/a/.exec('b'), /undefined/.exec()[0], /5/.exec(5)[0], /(?:)/.exec('').index, /(a)|(b)/.exec('b').length, /(a)|(b)/.exec('b')[1]);
var g = /o/g, seen = [];
for (var k; (k = g.exec('foo boo')); ) seen.push(k.index, g.lastIndex);
print(seen, g.lastIndex);
g.lastIndex = 100;
print(g.exec('foo'), g.lastIndex);
g.lastIndex = 2;
print(g.exec('foo').index, g.test('foo'), g.lastIndex, g.test('foo'));
var n = /a/;
n.lastIndex = 5;
print(n.exec('a').index, n.lastIndex);
