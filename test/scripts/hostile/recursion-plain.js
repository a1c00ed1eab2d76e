// Calls itself.
// expect: fail
// class: limit
// timeout: 5s

function f() { return f() + 1; }
f();
