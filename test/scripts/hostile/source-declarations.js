// Nested source: declarations.
// expect: fail
// class: limit
// timeout: 5s

new Function('function f(){'.repeat(20000) + '}'.repeat(20000));
