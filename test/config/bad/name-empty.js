// An empty name.
// error: 3:17: name must not be empty
register_test({ name: '', frequency: '1m', timeout: '5s' }, 'x');
