// A frequency beyond a year.
// error: 3:44: frequency must be at most a year, not '9000h'
register_test({ name: 'login', frequency: '9000h', timeout: '5s' }, 'x');
