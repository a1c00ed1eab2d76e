// Keys that are nearly the same, and very long.
var o = {}, long = 'x'.repeat(3000);
for (var i = 0; i < 200; i++) { o[long + i] = i; o[i + long] = -i; o[long.slice(0, i)] = i; }
print(Object.keys(o).length, o[long + '7'], o['7' + long], o['xxxxx'], o[''], o[long]);
for (i = 0; i < 200; i += 2) delete o[long + i];
print(Object.keys(o).length, o[long + 2], o[long + 3], Object.keys(o)[10].length);
var words = {};
for (i = 0; i < 26 * 26 * 3; i++) words[String.fromCharCode(97 + i % 26) + String.fromCharCode(97 + Math.floor(i / 26) % 26) + Math.floor(i / 676)] = i;
print(Object.keys(words).length, words.aa0, words.zz2, words.mq1, Object.keys(words).sort()[1000]);
