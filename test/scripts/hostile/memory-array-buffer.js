// A buffer of a gigabyte.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

new ArrayBuffer(1000000000);
