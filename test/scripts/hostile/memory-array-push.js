// A list without end.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var a = [];
while (true) a.push({ n: a.length });
