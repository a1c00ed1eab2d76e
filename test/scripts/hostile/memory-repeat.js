// One call for a gigabyte.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

'x'.repeat(1000000000);
