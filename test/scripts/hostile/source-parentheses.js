// Nested source: parentheses.
// expect: fail
// class: limit
// timeout: 5s

eval('('.repeat(100000) + '1' + ')'.repeat(100000));
