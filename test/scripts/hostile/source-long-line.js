// One token of megabytes.
// expect: pass|fail
// class: limit|timeout
// timeout: 5s

eval('"' + 'x'.repeat(4000000) + '"').length;
