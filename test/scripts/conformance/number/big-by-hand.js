// Long arithmetic on arrays of digits: factorials, powers, division.
function times(digits, n) { var carry = 0; digits = digits.map(function (d) { var v = d * n + carry; carry = Math.floor(v / 10); return v % 10; }); while (carry) { digits.push(carry % 10); carry = Math.floor(carry / 10); } return digits; }
function text(digits) { return digits.slice().reverse().join(''); }
var f = [1];
for (var i = 2; i <= 60; i++) f = times(f, i);
print(text(f));
var p = [1];
for (i = 0; i < 200; i++) p = times(p, 2);
print(text(p));
function divide(a, b, n) { var out = Math.floor(a / b) + '.'; a %= b; while (n--) { a *= 10; out += Math.floor(a / b); a %= b; } return out; }
print(divide(22, 7, 60), divide(1, 97, 100));
