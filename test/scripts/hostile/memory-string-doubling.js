// A string that doubles.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var s = 'x';
while (true) s += s;
