// Nested source: conditions.
// expect: fail
// class: limit
// timeout: 5s

eval('1?'.repeat(50000) + '1' + ':1'.repeat(50000));
