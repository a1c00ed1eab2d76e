// A key that register_test does not have, but nearly.
// error: 3:32: register_test has no key 'frequenzy'; did you mean 'frequency'?
register_test({ name: 'login', frequenzy: '1m', timeout: '5s' }, 'x');
