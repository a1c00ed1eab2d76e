// Few instructions, each of them long: digits.
// expect: fail
// class: timeout
// timeout: 500ms

while (true) (1.5e300).toString(2);
