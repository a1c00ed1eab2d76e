// A frequency without a unit.
// error: 3:32: frequency must be a duration such as '30s', not a number
register_test({ name: 'login', frequency: 60, timeout: '5s' }, 'x');
