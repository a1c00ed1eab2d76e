// A test without a timeout.
// error: 3:24: the test 'login' needs a timeout, such as timeout: '30s'
register_test({ name: 'login', frequency: '1m' }, 'x');
