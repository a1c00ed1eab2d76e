// Through bound functions.
// expect: fail
// class: limit
// timeout: 5s

function f() { return f.bind(this)() + 1; }
f();
