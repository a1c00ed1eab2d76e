// Labels as a list.
// error: 3:64: labels must be an object such as { tier: '1' }, not an array
register_test({ name: 'login', frequency: '1m', timeout: '5s', labels: ['a'] }, 'x');
