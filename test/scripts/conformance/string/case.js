// toUpperCase and toLowerCase, beyond ASCII too.
print('Canary 1'.toUpperCase(), 'CANARY \u00c9\u00d1'.toLowerCase(), '\u00e9\u00fc\u0101\u03b1\u0436'.toUpperCase(), '\u0391\u0416\u00dc'.toLowerCase());
print('stra\u00dfe'.toUpperCase(), '\ufb01'.toUpperCase(), '\u0149'.toUpperCase(), '\u0130'.toLowerCase().length, 'I'.toLowerCase(), 'i'.toUpperCase(), '\u01c5'.toLowerCase(), '\u01c6'.toUpperCase());
print('ABC'.toLocaleLowerCase(), 'abc'.toLocaleUpperCase(), ''.toUpperCase(), ''.toUpperCase.call(true), '\ud83d\ude00a'.toUpperCase());
var all = 0, s = '';
for (var i = 0x20; i < 0x180; i++) s += String.fromCharCode(i);
print(s.toUpperCase(), s.toLowerCase());
