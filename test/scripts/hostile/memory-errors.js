// Errors that keep their stacks.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var all = [];
function deep(n) { if (n > 0) deep(n - 1); else all.push(new Error('x'.repeat(1000) + all.length)); }
while (true) deep(50);
