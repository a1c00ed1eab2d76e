// A frequency of nothing.
// error: 3:44: frequency must be at least 10ms, not '0s'
register_test({ name: 'login', frequency: '0s', timeout: '5s' }, 'x');
