// A link that is none.
// error: 3:74: runbook must be an address such as 'https://wiki.example/login', not 'javascript:alert(1)'
register_test({ name: 'login', frequency: '1m', timeout: '5s', runbook: 'javascript:alert(1)' }, 'x');
