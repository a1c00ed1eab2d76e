// Numbers read and written in every base, with fractions by hand.
for (var b = 2; b <= 36; b += 5) print(b, (123456).toString(b), parseInt((123456).toString(b), b), (-255).toString(b), (0.5).toString(b).length > 2);
function fraction(x, base, digits) { var out = ''; while (digits--) { x *= base; var d = Math.floor(x); out += d.toString(base); x -= d; } return out; }
print(fraction(0.1, 2, 20), fraction(Math.PI - 3, 16, 10), fraction(1 / 3, 3, 5));
function gray(n) { return (n ^ n >> 1).toString(2); }
print([0, 1, 2, 3, 4, 5, 6, 7].map(gray), (255).toString(2).split('').reverse().join(''), parseInt('11111111', 2), ('000' + (5).toString(2)).slice(-4), (0xff).toString(8), Number('0b' + '101'), Number('0o' + '17'), Number('0x' + 'fF'));
