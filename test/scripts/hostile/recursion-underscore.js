// Through Underscore.
// expect: fail
// class: limit
// timeout: 5s

function f() { _.each([1], f); }
f();
