// The message is an object.
// expect: fail
// class: assert
// timeout: 500ms

var e = new Error('x');
e.message = { a: 1 };
throw e;
