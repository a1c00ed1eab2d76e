// Two tests of one name.
// error: 4:24: a test named 'login' is registered already, at FILE:3
register_test({ name: 'login', frequency: '1m', timeout: '5s' }, 'x');
register_test({ name: 'login', frequency: '2m', timeout: '5s' }, 'y');
