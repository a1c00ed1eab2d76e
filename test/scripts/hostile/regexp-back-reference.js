// Back references.
// expect: fail
// class: limit
// timeout: 5s

/^(a*)*(b*)*\1\2c/.test('a'.repeat(30) + 'b'.repeat(30));
