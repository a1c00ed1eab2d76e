// A list of a milliard.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var a = [];
for (var i = 0; i < 1e9; i++) a[i] = i;
