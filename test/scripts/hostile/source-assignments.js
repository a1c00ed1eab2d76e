// Nested source: assignments.
// expect: fail
// class: limit
// timeout: 5s

new Function('a', 'a='.repeat(50000) + '1');
