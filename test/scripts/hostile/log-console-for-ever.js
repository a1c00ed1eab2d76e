// Console lines without end.
// expect: fail
// class: limit|timeout
// timeout: 1s

for (;;) console.log('line %d', 1, { a: 1 });
