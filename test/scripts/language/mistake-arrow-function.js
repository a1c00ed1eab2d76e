// ES5: no arrow functions.
// expect: fail
// class: script
// at: 6

var f = (x) => x + 1;
