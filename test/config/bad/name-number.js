// A name that is no text.
// error: 3:17: name must be a text, not a number
register_test({ name: 7, frequency: '1m', timeout: '5s' }, 'x');
