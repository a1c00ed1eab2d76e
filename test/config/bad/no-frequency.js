// A test that does not say how often.
// error: 3:24: the test 'login' needs a frequency, such as frequency: '1m'
register_test({ name: 'login', timeout: '5s' }, 'x');
