// A string that grows.
// expect: fail
// class: limit|timeout
// timeout: 10s
// memory: 16MiB

var s = '';
while (true) s += 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' + s.length;
