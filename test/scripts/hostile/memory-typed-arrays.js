// Many buffers.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var all = [];
while (true) all.push(new Uint8Array(1000000));
