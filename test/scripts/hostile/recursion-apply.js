// Through apply.
// expect: fail
// class: limit
// timeout: 5s

function f() { return f.apply(this, arguments) + 1; }
f();
