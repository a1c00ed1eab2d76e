// A string of ten megabytes for the console.
// expect: pass|fail
// class: limit
// timeout: 5s

console.log({ s: 'x'.repeat(10000000) });
