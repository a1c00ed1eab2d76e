// Units, pairs, and lone surrogates.
var s = 'x\ud83d\ude00\ud83dy\ude00';
print(s.length, s.split(''), s.charCodeAt(1), s.codePointAt(1), s.codePointAt(3), s.slice(0, 2) + '|' + s.slice(2), s.indexOf('\ude00'), s.lastIndexOf('\ude00'), s.replace(/\ud83d/g, '?'));
print('\ud83d' + '\ude00' === '\ud83d\ude00', ('\ud83d' + '\ude00').length, encodeURIComponent('\ud83d' + '\ude00'), outcome(function () { return encodeURIComponent('\ud83d'); }));
var o = {};
o['\ud83d'] = 1; o['\ud83d\ude00'] = 2; o['\u00e9'] = 3; o['e\u0301'] = 4;
print(Object.keys(o), o['\ud83d' + '\ude00'], '\u00e9' === 'e\u0301');
var \u0061bc = 'escaped name', \u00fcber = 'umlaut', $ = 1, _x = 2, \u0435\u0434\u0430 = 'food';
print(abc, \u00fcber, $ + _x, \u0435\u0434\u0430);
print('\u0000'.length, 'a\u0000b' === 'a\0b', 'a\u0000b'.split('\u0000'), ('\u0000' + 'a').charCodeAt(0));
