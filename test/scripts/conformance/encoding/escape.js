// escape and unescape.
var all = '';
for (var i = 0; i < 256; i++) all += String.fromCharCode(i);
print(escape(all), unescape(escape(all)) === all, escape('\u20ac\ud83d\ude00'), unescape('%u20AC%uD83D%uDE00') === '\u20ac\ud83d\ude00');
print(unescape('%41%4'), unescape('%'), unescape('%u12'), unescape('%zz%u00zz%e4'), unescape('%%41'), escape(), escape(null), unescape(), escape.length, unescape.length);
