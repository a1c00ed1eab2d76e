// Nested source: arrays.
// expect: fail
// class: limit
// timeout: 5s

eval('['.repeat(100000) + ']'.repeat(100000));
