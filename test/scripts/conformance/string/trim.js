// trim takes white space and line ends of all kinds.
var white = '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
print((white + 'x' + white).trim(), (white).trim() === '', ('\u200bx').trim().length, ' a b '.trim(), ''.trim(), ''.trim.call(5), outcome(function () { return ''.trim.call(null); }));
print(white.split('').map(function (c) { return /\s/.test(c); }).indexOf(false), white.split('').map(function (c) { return isNaN(parseInt(c + '1', 10)); }).indexOf(true), Number(white));
