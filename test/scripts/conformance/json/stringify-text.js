// How texts are written.
print(JSON.stringify('"\\/\b\f\n\r\t\u0000\u001f\u007f'), JSON.stringify('\u00e9\u20ac\ud83d\ude00'), JSON.stringify('a\'b'), JSON.stringify({ 'k"e\ny': 1, '\u00e9': 2 }), JSON.stringify('').length);
for (var i = 0, all = ''; i < 0x60; i++) all += String.fromCharCode(i);
print(JSON.stringify(all), JSON.parse(JSON.stringify(all)) === all);
var wide = '';
for (i = 0x80; i < 0x3000; i += 97) wide += String.fromCharCode(i);
print(JSON.parse(JSON.stringify(wide)) === wide, JSON.stringify(wide).length, JSON.stringify([wide]).length);
