// RegExp called and constructed, flags and sources.
print(new RegExp('a+', 'g'), RegExp('x'), new RegExp(''), RegExp(), new RegExp(undefined), new RegExp(null), new RegExp(5), new RegExp('/'), new RegExp('\\/'));
var r = /a/gi;
print(RegExp(r) === r, new RegExp(r) === r, new RegExp(r), RegExp(r, undefined) === r, new RegExp(/x/m, undefined), RegExp.length, RegExp.name);
['gg', 'x', 'G', 'gimx', ' '].forEach(function (f) { print(f, outcome(function () { return new RegExp('a', f); })); });
['(', ')', '[', '*', '+a', 'a**', '\\', '(?', 'a{2,1}', '[b-a]', '(?:', 'x{1}{2}', '??'].forEach(function (s) { print(s, outcome(function () { return typeof new RegExp(s); })); });
print(new RegExp('a', 'gim').flags, /a/.flags, /a/m.flags, new RegExp({ toString: function () { return 'made'; } }));
