// fromCharCode and fromCodePoint.
print(String.fromCharCode(), String.fromCharCode(72, 105), String.fromCharCode(0x20ac, 1.9, '66', NaN, null));
print(String.fromCodePoint(0x1f600) === '\ud83d\ude00', String.fromCodePoint(), String.fromCodePoint(65, 0x10ffff).length);
print(String.fromCharCode(65536 + 65));
print(String.fromCharCode(-1).length);
[-1, 1.5, 0x110000, NaN, 'x', Infinity].forEach(function (n) { print(outcome(function () { return String.fromCodePoint(n); })); });
print(String.fromCharCode.length, String.fromCodePoint.length, String.fromCharCode.apply(null, [0xd83d, 0xde00]) === String.fromCodePoint(128512));
