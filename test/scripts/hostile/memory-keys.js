// Keys without end.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var o = {};
for (var i = 0;; i++) o['key ' + i] = i;
