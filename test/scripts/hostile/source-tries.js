// Nested source: tries.
// expect: fail
// class: limit
// timeout: 5s

eval('try{'.repeat(20000) + '}finally{}'.repeat(20000));
