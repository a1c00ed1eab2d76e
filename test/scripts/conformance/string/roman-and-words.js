// Numbers as Roman numerals and as words, and back.
function roman(n) { return [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']].reduce(function (s, p) { while (n >= p[0]) { s += p[1]; n -= p[0]; } return s; }, ''); }
function arabic(s) { var v = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }; return s.split('').reduce(function (t, c, i) { return t + (v[c] < v[s[i + 1]] ? -v[c] : v[c]); }, 0); }
print([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].map(roman), [1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].every(function (n) { return arabic(roman(n)) === n; }));
var ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '), tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function words(n) { return n < 20 ? ones[n] : n < 100 ? tens[Math.floor(n / 10)] + (n % 10 ? '-' + ones[n % 10] : '') : n < 1000 ? ones[Math.floor(n / 100)] + ' hundred' + (n % 100 ? ' ' + words(n % 100) : '') : words(Math.floor(n / 1000)) + ' thousand' + (n % 1000 ? ' ' + words(n % 1000) : ''); }
print([0, 7, 13, 21, 100, 342, 1000, 12345, 999999].map(words));
