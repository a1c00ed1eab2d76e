// A chain of bound functions.
// expect: fail
// class: timeout
// timeout: 500ms

var f = function () {};
while (true) f = f.bind(null);
