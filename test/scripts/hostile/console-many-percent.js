// A format of a million directives.
// expect: pass|fail
// class: limit|timeout
// timeout: 5s

console.log('%s'.repeat(1000000), 1);
