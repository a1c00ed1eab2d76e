// Deep JSON text.
// expect: fail
// class: limit
// timeout: 5s

JSON.parse('['.repeat(100000));
