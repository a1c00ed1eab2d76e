// The loop is in a getter.
// expect: fail
// class: timeout
// timeout: 500ms

var o = { get x() { while (true) {} } };
o.x;
