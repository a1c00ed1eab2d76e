// A name that is null.
// error: 3:1: a test needs a name: register_test({ name: '…', … }, …)
register_test({ name: null, frequency: '1m', timeout: '5s' }, 'x');
