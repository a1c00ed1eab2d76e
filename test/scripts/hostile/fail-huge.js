// log.fail with ten megabytes.
// expect: fail
// class: assert
// cause: xxxx
// timeout: 5s

log.fail('x'.repeat(10000000));
