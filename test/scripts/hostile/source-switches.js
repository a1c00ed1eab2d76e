// Nested source: switches.
// expect: fail
// class: limit
// timeout: 5s

eval('switch(1){case 1:'.repeat(20000) + '}'.repeat(20000));
