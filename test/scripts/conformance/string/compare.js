// Comparing texts is comparing their units.
var texts = ['', 'a', 'A', 'b', 'aa', 'B', '1', '10', '9', '\u00e9', 'z', '\ud83d\ude00', '\uffff', ' '];
texts.forEach(function (x) { print(x, texts.map(function (y) { return x < y ? '<' : x > y ? '>' : '='; }).join('')); });
print('10' < '9', '10' < 9, 'a' < 1, 'a' >= 1, 'b' > 'a', null >= '', undefined < 'z', 'true' == true, '1' == true, '' == 0, ' \n' == 0, '0x10' == 16, [] == '', [1] == '1');
print('a'.localeCompare('a'), 'a'.localeCompare('b') < 0, 'b'.localeCompare('a') > 0, 'a'.localeCompare() < 0 === ('a' < 'undefined'));
