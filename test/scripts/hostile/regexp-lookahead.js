// Lookaheads in lookaheads.
// expect: fail
// class: limit
// timeout: 5s

new RegExp('(?='.repeat(50000) + 'a' + ')'.repeat(50000)).test('a');
