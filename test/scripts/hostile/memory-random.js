// A random string of a gigabyte.
// expect: fail
// class: limit|script
// timeout: 10s
// memory: 16MiB

std.do.rand_string(1000000000);
