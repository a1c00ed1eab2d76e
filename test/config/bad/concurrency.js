// A policy that there is not.
// error: 3:78: concurrency must be 'forbid', 'allow' or 'replace', not 'never'
register_test({ name: 'login', frequency: '1m', timeout: '5s', concurrency: 'never' }, 'x');
