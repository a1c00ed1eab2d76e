// Through a replacer.
// expect: fail
// class: limit
// timeout: 5s

function f() { return 'x'.replace(/x/, f); }
f();
