// A frequency into the past.
// error: 3:44: frequency must be at least 10ms, not '-1m'
register_test({ name: 'login', frequency: '-1m', timeout: '5s' }, 'x');
