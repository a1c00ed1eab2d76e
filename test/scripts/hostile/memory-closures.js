// Closures that hold each other.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

function hold(f) { return function () { return f; }; }
var f = null;
while (true) f = hold(f);
