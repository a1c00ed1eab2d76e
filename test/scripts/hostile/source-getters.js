// Nested source: getters.
// expect: fail
// class: limit
// timeout: 5s

eval('({get a(){return '.repeat(20000) + '1' + '}})'.repeat(20000));
