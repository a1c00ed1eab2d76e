// Patterns that try many ways, within bounds.
print(/^(a+)+$/.test('aaaaaaaaaaaa'), /^(a+)+$/.test('aaaaaaaaaaab'), /(x+x+)+y/.test('xxxxxxxxxx'), /^(\d+,)*\d+$/.test('1,22,333,4'), /(a|aa)+$/.exec('aaaaaa')[0].length, /^(?:.*?,){3}(.*?),/.exec('a,b,c,d,e')[1]);
var s = 'ab'.repeat(500) + 'c';
print(/^(?:ab)*c$/.test(s), /(ab)*?c/.exec(s)[0].length, s.match(/b/g).length, /a(?!b)/.test(s), s.replace(/(a)(b)/g, '$2$1').slice(0, 6), /^[ab]+c$/.test(s), s.search(/c/));
