// A name with U+009B in it, with which terminals' sequences begin as with ESC [.
// error: 3:17: name must have no control characters
register_test({ name: 'a\u009b31m', frequency: '1m', timeout: '5s' }, 'x');
