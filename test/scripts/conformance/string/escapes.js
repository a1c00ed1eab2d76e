// Every escape that a string literal may hold.
print('\b\t\n\v\f\r\0\'\"\\', '\x41\x7a\xff', '\u0041\u00e9\u20ac', '\u{41}\u{1f600}', 'line \
continued', '\q\z\%', "it's", 'say "x"', '\u2028\u2029');
print('\b\t\n\v\f\r\0'.split('').map(function (c) { return c.charCodeAt(0); }), '\101\60\377'.length, '\08'.length);
["'\\x4'", "'\\u12'", "'\\u{110000}'", "'\\u{}'", "'a\nb'", "'\\", '"', "'use strict'; '\\01'"].forEach(function (text) { print(ascii(text), outcome(function () { return eval(text); })); });
