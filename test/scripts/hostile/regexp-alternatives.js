// (a|a)* with a wrong end.
// expect: fail
// class: limit
// timeout: 5s

/^(a|a)*$/.test('a'.repeat(40) + '!');
