// An empty frequency.
// error: 3:32: frequency: '' is not a duration: it is empty (write for example '30s', '1m30s' or '250ms')
register_test({ name: 'login', frequency: '', timeout: '5s' }, 'x');
