// One good test and a bad one: nothing is loaded.
// error: 5:24: the test 'second' needs a timeout, such as timeout: '30s'
register_test({ name: 'first', frequency: '1m', timeout: '5s' }, 'x');

register_test({ name: 'second', frequency: '1m' }, 'x');
