// Symbols and strings without end.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var all = [];
while (true) all.push(Symbol('symbol ' + all.length));
