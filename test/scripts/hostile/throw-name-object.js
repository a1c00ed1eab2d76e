// The name is an object that throws.
// expect: fail
// class: assert|script
// timeout: 500ms

var e = new Error('verdict');
e.name = { toString: function () { throw 1; } };
throw e;
