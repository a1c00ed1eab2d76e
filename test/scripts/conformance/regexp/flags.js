// ignoreCase and multiline.
print(/abc/i.test('xABCx'), /[a-c]/i.test('B'), /[^a]/i.test('A'), /\u00e9/i.test('\u00c9'), /[\u0430-\u044f]/i.test('\u0416'), /(a)\1/i.exec('aA')[0], /\w/i.test('\u017f'), /\u00df/i.test('SS'));
print(/^b/m.test('a\nb'), /a$/m.test('a\nb'), /^b/.test('a\nb'), 'a\r\nb\u2028c'.match(/^./gm), 'a\nb\nc'.replace(/$/gm, ';'), /a.b/.test('a\nb'), /a[^]b/.test('a\nb'), /^$/m.test('a\n\nb'));
var r = /x/gim;
print(r.global, r.ignoreCase, r.multiline, 'aXbx'.replace(r, '-'), 'AbC'.match(/[a-z]/gi));
