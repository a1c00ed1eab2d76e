// Recursion for each character.
// expect: fail
// class: limit
// timeout: 5s

/^(?:a|b)*c/.test('ab'.repeat(100000));
