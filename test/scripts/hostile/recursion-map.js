// Through forEach.
// expect: fail
// class: limit
// timeout: 5s

function f() { [1].forEach(f); }
f();
