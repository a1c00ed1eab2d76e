//// plain
const m = /(\d+)-(\d+)/.exec('10-20'); console.log(m[1], m[2], m.index);
//// flags g and i
console.log('aAbB'.match(/[ab]/gi), 'x'.replace(/X/i, 'y'));
//// lines
console.log('a\nb'.match(/^b$/m)[0]);
//// lookahead
console.log('ab ac'.match(/a(?=c)/).index, 'ab ac'.match(/a(?!b)/).index);
//// lazy
console.log('<a><b>'.match(/<.+?>/)[0]);
//// lastIndex
const r = /a/g; r.exec('aa'); console.log(r.lastIndex, r.test('aa'), r.test('aa'));
//// named groups refused
console.log('2020'.match(/(?<year>\d+)/).groups.year);
//// looking behind refused
console.log('$5'.match(/(?<=\$)\d/)[0]);
//// not behind refused
console.log('a5'.match(/(?<!\$)\d/)[0]);
//// flag s refused
console.log(/a.b/s.test('a\nb'));
//// flag u refused
console.log(/\u{1F600}/u.test('😀'));
//// flag y refused
const r = /a/y; console.log(r.test('ba'));
//// flag d refused
console.log(/a/d.exec('ba').index);
//// properties refused
console.log(/\p{L}/u.test('ä'));
//// a flag at run time
try { const f = 's'; new RegExp('a', f); console.log('SyntaxError'); } catch (e) { console.log(e.name); }
//// a group that looks like a name
console.log(/[(?<]/.test('<'), /\(\?</.test('(?<'));
//// split with groups
console.log('a1b'.split(/(\d)/));
//// replace with groups
console.log('ab'.replace(/(a)(b)/, '$2$1'));
//// source and flags
const r = /a\/b/gi; console.log(r.source, r.flags, String(r));
//// from a text
let re = new RegExp('a+', 'g'); console.log('caat'.replace(re, 'o'));
//// from a pattern
let re = new RegExp(/x/g, 'i'); console.log(re.flags, re.test('X'));
//// classes
console.log('a_b-c'.split(/[_-]/), /[^\]]/.test(']'));
//// back references
console.log(/(a)\1/.test('aa'), /(a)\1/.test('ab'));
//// unicode escapes
console.log(/\u00e4/.test('ä'), /[à-ÿ]/.test('é'));
