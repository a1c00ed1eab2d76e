// Few instructions, each of them long: case.
// expect: fail
// class: timeout
// timeout: 500ms

var text = 'x'.repeat(1000000);
while (true) text.toUpperCase();
