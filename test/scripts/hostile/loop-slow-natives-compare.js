// Few instructions, each of them long: comparison.
// expect: fail
// class: timeout
// timeout: 500ms

var half = 'a'.repeat(4000000);
var a = half + 'b';
var b = half + 'c';
while (true) a < b;
