// Escapes inside patterns.
print(/\t\n\v\f\r/.test('\t\n\v\f\r'), /\x41\u0042/.test('AB'), /\cJ/.test('\n'), /\./.test('a'), /\$\^\|/.test('$^|'), /\//.test('/'), /\-/.test('-'), /[\^\]]/.exec(']')[0]);
print(/\bword\b/.test('a word.'), /\bword\b/.test('swords'), /\Bor\B/.test('words'), /a\b/.test('a'), /\b/.exec('  x').index, 'one two'.replace(/\b(\w)/g, function (c) { return c.toUpperCase(); }));
function escapeText(t) { return t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'); }
print(escapeText('a.b*c(d)[e]{f}^$|\\?+'), new RegExp(escapeText('1+1=2?')).test('is 1+1=2? yes'));
