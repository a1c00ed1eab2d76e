// Nested source: calls.
// expect: fail
// class: limit
// timeout: 5s

new Function('f', 'f('.repeat(50000) + ')'.repeat(50000));
