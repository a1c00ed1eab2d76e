// The plain one.
// expect: fail
// class: timeout
// timeout: 500ms

while (true) {}
