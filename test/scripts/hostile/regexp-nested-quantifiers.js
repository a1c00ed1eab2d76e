// (a*)*b over many a.
// expect: fail
// class: limit
// timeout: 5s

/(a*)*b/.test('a'.repeat(40));
