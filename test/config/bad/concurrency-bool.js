// A policy that is no text.
// error: 3:64: concurrency must be 'forbid', 'allow' or 'replace', not true
register_test({ name: 'login', frequency: '1m', timeout: '5s', concurrency: true }, 'x');
