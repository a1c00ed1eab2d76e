// Groups that capture and that do not, back references, alternatives.
print(/(a)(b(c))/.exec('abc'), /(?:a)(b)/.exec('ab'), /(a)|b/.exec('b'), /(a)?b\1/.exec('b'), /(\w)\1/.exec('hello')[0], /(['"]).*?\1/.exec('say "it\'s" now')[0], /(?:(a)|(b)|(c))+/.exec('abc'), /(a\1)/.exec('a'), /\2(a)(b)/.exec('ab'));
print(/a|ab/.exec('abc')[0], /((a)|(ab))((c)|(bc))/.exec('abc'), /a[a-z]{2,4}?/.exec('abcdefghi')[0], /a|/.exec('b')[0], /(?:|x)y/.exec('xy').index);
print('2024-02-29'.replace(/(\d+)-(\d+)-(\d+)/, '$3.$2.$1'), /(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10/.test('abcdefghijj'), /\0/.test('\0'));
