// Regular expressions without end.
// expect: fail
// class: limit|timeout
// timeout: 10s
// memory: 16MiB

var all = [];
while (true) all.push(new RegExp('a' + all.length));
