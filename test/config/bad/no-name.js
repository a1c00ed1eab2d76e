// A test without a name.
// error: 3:1: a test needs a name: register_test({ name: '…', … }, …)
register_test({ frequency: '1m', timeout: '5s' }, 'x');
