// Ways to write a number.
print(0, 00, 0.0, .5, 5., 5.e1, 1e3, 1E3, 1e+3, 1e-3, 0xff, 0XFF, 0b101, 0B1, 0o17, 0O7, 010, 08, 09.5, 1.e-1, 0xFFFFFFFFFFFFF, 123456789012345678901234567890, 0.1234567890123456789, 1e400, 5e-325);
print(1..toString(), 1.5.toFixed(0), 5 .toString(), (5).toString(), 5['toString'](), 0x10.toString(), 1e3.toString());
['3in []', '5.toString()', '0b2', '0o8', '0x', '1e', '1__0', '5a', '0b', "'use strict'; 010"].forEach(function (text) { print(text, outcome(function () { return eval(text); })); });
