// Through made functions.
// expect: fail
// class: limit
// timeout: 5s

function f() { return new Function('f', 'return f() + 1')(f); }
f();
