// A timeout that leaves no time.
// error: 3:59: timeout must be at least 1ms, not '0s'
register_test({ name: 'login', frequency: '1m', timeout: '0s' }, 'x');
