// Character classes, ranges, and their negations.
var s = '';
for (var i = 0; i < 256; i++) s += String.fromCharCode(i);
[/\d/g, /\D/g, /\w/g, /\W/g, /\s/g, /\S/g, /./g, /[a-f0-3]/g, /[^ -~]/g, /[\d\-x]/g, /[\b]/g, /[^]/g, /[-a]/g, /[a-]/g, /[\]\\]/g, /[^\w\s]/g, /[\x41-\x43\u0044]/g, /[\cA]/g, /[.]/g].forEach(function (r) { var m = s.match(r) || []; print(r.source, m.length, m.slice(0, 3).join(''), m.slice(-2).join('')); });
print(/[]/.test('a'), /[]/.test(''), '\u2028\u2029\u00a0\ufeff'.match(/\s/g).length, '\u2028\u2029\r\n'.match(/./g), /^[\u0400-\u04ff]+$/.test('\u043f\u0440\u0438'));
