// What String.prototype and the text functions of the global object do to long texts.
function grown(unit, length) {
  var s = unit;
  while (s.length * 2 <= length) s += s;
  return s;
}

// case: repeat to the limit
try { 'x'.repeat(60e6) } catch (e) {}
// case: repeat of two bytes
try { 'xy'.repeat(15e6).length } catch (e) {}
// case: repeat of a long text
try { grown('x', 1e6).repeat(20).length } catch (e) {}
// case: doubling to the limit
var s = 'x';
try { for (;;) s += s; } catch (e) {}
// case: doubling of what is not ASCII
var s = 'é';
try { for (;;) s += s; } catch (e) {}
// case: concat with many arguments
var s = grown('x', 1e6);
s.concat(s, s, s, s, s, s, s, s);
// case: join of long texts
var s = grown('ab', 1e6);
[s, s, s, s, s, s, s, s].join(s);
// case: join of many empty
new Array(1e6).join('');
// case: join of many
new Array(3e6).join('ab').length;
// case: join of a length only
try { Array.prototype.join.call({ length: 4e9 }, '') } catch (e) {}
// case: padStart
try { 'x'.padStart(30e6, 'ab') } catch (e) {}
// case: indexOf of what is not there
grown('ab', 16e6).indexOf('bb');
// case: indexOf of a near miss
var s = grown('a', 4e6);
s.indexOf(s.substr(0, 20000) + 'b');
// case: lastIndexOf of a near miss
var s = grown('a', 1e6);
s.lastIndexOf('b' + s.substr(0, 20000));
// case: indexOf in what is not ASCII
grown('é', 4e6).indexOf('éa');
// case: lastIndexOf in what is not ASCII
grown('é', 4e6).lastIndexOf('aé');
// case: includes and startsWith
var s = grown('a', 8e6);
s.includes(s + 'b'); s.startsWith(s); s.endsWith(s);
// case: charAt here and there in what is not ASCII
var s = grown('é', 8e6), i;
for (i = 0; i < 50; ++i) s.charCodeAt((i * 7919993) % s.length);
// case: length of what is not ASCII
grown('é', 8e6).substr(1).length;
// case: slice of what is not ASCII
var s = grown('é', 8e6);
s.slice(s.length / 2 | 0, -5); s.substring(1, 4e6); s.substr(3, 4e6);
// case: toUpperCase
grown('x', 8e6).toUpperCase();
// case: toUpperCase of what is not ASCII
grown('é', 4e6).toUpperCase();
// case: toLowerCase
grown('Xy', 8e6).toLowerCase();
// case: toLowerCase of sigmas
grown('Σ', 2e6).toLowerCase();
// case: toUpperCase of what becomes longer
grown('ß', 2e6).toUpperCase();
// case: trim
grown(' ', 16e6).trim();
// case: trim of what is not ASCII
grown('\u2003', 4e6).trim();
// case: localeCompare
var s = grown('a', 16e6), t = s.substr(0, s.length - 1) + 'b';
s.localeCompare(t);
// case: comparison
var s = grown('a', 8e6), a = s + 'b', b = s + 'c';
a < b; a === b; a == b;
// case: split into characters
try { grown('ab', 4e6).split('') } catch (e) {}
// case: split at a text
try { grown('ab', 8e6).split('b') } catch (e) {}
// case: split at what is not there
grown('a', 16e6).split('bb');
// case: split at a near miss
var s = grown('a', 1e6);
s.split(s.substr(0, 30000) + 'b');
// case: replace of a text
grown('a', 16e6).replace('b', 'c');
// case: replace with many references
var s = grown('$&', 1e6);
'abc'.replace('b', s);
// case: replace with references to a long text
var s = grown('a', 1e5);
try { s.replace(s, grown('$&', 400)) } catch (e) {}
// case: replace with references to captures
var s = grown('$1', 4e6);
'abc'.replace(/(b)/, s).length;
// case: normal form
var s = grown('e\u0301', 4e6);
if (s.normalize) s.normalize('NFC');
// case: encodeURIComponent
try { encodeURIComponent(grown(' ', 8e6)) } catch (e) {}
// case: encodeURIComponent of what is not ASCII
try { encodeURIComponent(grown('é', 3e6)) } catch (e) {}
// case: decodeURIComponent
try { decodeURIComponent(grown('%41', 15e6)) } catch (e) {}
// case: encodeURI
try { encodeURI(grown('x', 16e6)) } catch (e) {}
// case: escape
try { escape(grown('é', 3e6)) } catch (e) {}
// case: unescape
try { unescape(grown('%u0041', 15e6)) } catch (e) {}
// case: parseFloat of many digits
parseFloat(grown('9', 16e6));
// case: parseFloat of many zeroes and an exponent
parseFloat(grown('0', 8e6) + '1e' + grown('9', 1e6));
// case: parseInt of many digits
parseInt(grown('9', 16e6), 10);
// case: parseInt to base 36
parseInt(grown('z', 16e6), 36);
// case: Number of much white space
Number(grown(' ', 16e6));
// case: Number of a long hexadecimal
Number('0x' + grown('f', 8e6));
// case: fromCharCode with many arguments
var list = [];
for (var i = 0; i < 60000; ++i) list.push(0xe9);
String.fromCharCode.apply(null, list);
// case: fromCodePoint with many arguments
var list = [];
for (var i = 0; i < 60000; ++i) list.push(0x1f600);
String.fromCodePoint.apply(null, list);
// case: as a property's name
var s = grown('x', 8e6), o = {};
o[s] = 1; o[s + 'y'] = 2; s in o; delete o[s];
// case: as an index
var s = grown('9', 8e6), o = [];
o[s] = 1; o[s + '9'] = 2;
// case: of an object's making
var s = new String(grown('é', 4e6)), i;
s[s.length - 1]; s.length; Object.keys('ab'.repeat(100000)).length;
// case: names of all characters
try { Object.getOwnPropertyNames(new String('x'.repeat(1e6))).length } catch (e) {}
// case: for in over characters
try { for (var k in new String('x'.repeat(500000))) break; } catch (e) {}
// case: many texts are interned
var list = [];
for (var i = 0; i < 400000; ++i) list.push('text ' + i);
// case: Symbol with a long description
var s = grown('x', 8e6);
Symbol(s).toString(); Symbol['for'](s);
// case: atob and btoa
var s = grown('abc', 8e6);
if (typeof btoa === 'function') atob(btoa(s));
// case: HTML methods
var s = grown('"', 4e6);
if (s.anchor) s.anchor(s);
// case: search
grown('a', 4e6).search('b');
// case: match
grown('a', 4e6).match('b');
