// A name with a newline in it.
// error: 3:17: name must have no control characters
register_test({ name: 'a\nb', frequency: '1m', timeout: '5s' }, 'x');
