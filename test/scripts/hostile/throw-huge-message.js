// A message of ten megabytes is cut.
// expect: fail
// class: assert
// cause: xxxxxxxx
// timeout: 5s

throw new Error('x'.repeat(10000000));
