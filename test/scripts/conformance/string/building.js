// Texts made in many steps.
var s = '';
for (var i = 0; i < 5000; i++) s += String.fromCharCode(97 + i % 26);
print(s.length, s.slice(4990), s.indexOf('xyz'), s.lastIndexOf('abc'), s.split('m').length);
var doubled = 'ab';
for (i = 0; i < 12; i++) doubled += doubled;
print(doubled.length, doubled === 'ab'.repeat(4096), doubled.replace(/ab/g, 'x').length);
var parts = [];
for (i = 0; i < 1000; i++) parts.push(i.toString(16));
print(parts.join('').length, parts.join(',').slice(-20), parts.join('').split('f').length);
var reversed = s.split('').reverse().join('');
print(reversed.slice(0, 10), reversed.split('').reverse().join('') === s);
