// Nested source: ifs.
// expect: fail
// class: limit
// timeout: 5s

eval('if(1)'.repeat(50000) + ';');
