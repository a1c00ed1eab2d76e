// A replacement that multiplies.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var s = 'aaaaaaaaaa';
while (true) s = s.replace(/a/g, 'aaaaaaaaaa');
