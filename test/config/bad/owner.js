// An owner that is no text.
// error: 3:64: owner must be a text, not an array
register_test({ name: 'login', frequency: '1m', timeout: '5s', owner: ['a'] }, 'x');
