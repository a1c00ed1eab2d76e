// A text where true or false is wanted.
// error: 3:64: paused must be true or false, not 'yes'
register_test({ name: 'login', frequency: '1m', timeout: '5s', paused: 'yes' }, 'x');
