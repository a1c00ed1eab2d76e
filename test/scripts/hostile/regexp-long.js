// A pattern that would take minutes to compile.
// expect: fail
// class: limit
// cause: regular expression of more than 64 KiB

var s = 'a';
while (s.length < 800000) s += '|' + s;
new RegExp(s);
