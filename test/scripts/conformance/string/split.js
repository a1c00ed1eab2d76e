// split by text, by nothing, by limit.
print('a,b,,c'.split(','), 'abc'.split(''), ''.split(''), ''.split(','), 'abc'.split(), 'abc'.split(undefined), 'a,b'.split(',', 1), 'a,b'.split(',', 0), 'a,b,c'.split(',', -1), 'a,b,c'.split(',', 4294967297), 'aXbXc'.split('X', 2));
print('abc'.split('b'), 'abc'.split('abc'), 'abc'.split('abcd'), 'a1b1c'.split(1), 'anullb'.split(null), ',a,'.split(','), 'aaa'.split('aa'), ''.split(undefined, 0), 'test'.split('t'));
print(''.split.call(12321, 2), 'a\ud83d\ude00b'.split('').length, outcome(function () { return ''.split.call(null, ','); }));
