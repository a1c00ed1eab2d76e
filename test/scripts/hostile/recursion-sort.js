// Through a comparator.
// expect: fail
// class: limit
// timeout: 5s

function f() { return [2, 1].sort(f).length; }
f();
