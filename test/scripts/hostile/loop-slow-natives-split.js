// Few instructions, each of them long: split.
// expect: fail
// class: timeout
// timeout: 500ms

var text = 'ab'.repeat(200000);
while (true) text.split('b');
