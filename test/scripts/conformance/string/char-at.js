// charAt, charCodeAt, codePointAt and indices.
var s = 'a\u00e9\ud83d\ude00z';
[-1, 0, 1, 2, 3, 4, 5, NaN, undefined, '1', 1.9, Infinity].forEach(function (i) { print(i, s.charAt(i), s.charCodeAt(i), s.codePointAt(i), s[i]); });
print(s.length, ''.charAt(0), ''.charCodeAt(0), ''.codePointAt(0), String.prototype.charAt.call(12345, 2), outcome(function () { return ''.charAt.call(null); }));
