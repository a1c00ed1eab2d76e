//// includes
console.log('abc'.includes('b'), 'abc'.startsWith('b', 1), 'abc'.endsWith('c'));
//// pads
console.log('5'.padStart(3, '0'), 'a'.padEnd(3) + '|', 'abc'.padStart(2));
//// repeat
console.log('ab'.repeat(3), 'x'.repeat(0) === '');
//// repeat of less than nothing
try { 'x'.repeat(-1); } catch (e) { console.log(e instanceof RangeError); }
//// replaceAll
console.log('a.b.c'.replaceAll('.', '-'), 'aaa'.replaceAll(/a/g, (m, i) => i), 'x'.replaceAll('x', '$&$&'));
//// replaceAll wants a global pattern
try { 'a'.replaceAll(/a/, 'b'); } catch (e) { console.log(e instanceof TypeError); }
//// matchAll
console.log([...'a1b2'.matchAll(/([a-z])(\d)/g)].map(m => m[1] + m[2] + m.index));
//// trims
console.log('  x '.trimStart() + '|', '  x '.trimEnd() + '|', '\u00a0x\ufeff'.trim());
//// at
console.log('abc'.at(-1), 'abc'.at(9));
//// codePointAt
console.log('😀'.codePointAt(0), String.fromCodePoint(128512, 65));
//// code points in a loop
console.log([...'a😀b'].length, Array.from('😀').length);
//// split and join
console.log('a,b'.split(','), 'abc'.split(''), 'a1b2'.split(/\d/));
//// replace with a function
console.log('john smith'.replace(/(\w+) (\w+)/, (_, a, b) => `${b}, ${a}`), 'x'.replace('x', '$$'));
//// search and match
console.log('abc'.search(/c/), 'abcabc'.match(/b/g), 'abc'.match(/(b)(c)/).index);
//// slices
console.log('hello'.slice(-3, -1), 'hello'.substring(3, 1), 'hello'.substr(-2));
//// case
console.log('ÀÉ'.toLowerCase(), 'straße'.toUpperCase());
//// normalize refused or the same
try { console.log('e\u0301'.normalize('NFC').length === 1); } catch (e) { console.log(true); }
//// comparison
console.log('a' < 'b', 'Z' < 'a', ['b', 'a'].sort());
//// iterators of texts
const i = 'ab'[Symbol.iterator](); console.log(i.next().value, [...i]);
//// concat and charAt
console.log('a'.concat(1, null), 'abc'.charAt(1), 'abc'[2]);
//// lastIndexOf
console.log('abcabc'.lastIndexOf('b'), 'abc'.indexOf(''));
