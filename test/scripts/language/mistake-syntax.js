// The file does not parse.
// expect: fail
// class: script
// at: 7

var a = 1;
var b = ;
