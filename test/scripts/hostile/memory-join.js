// A gigabyte by join.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

new Array(1000000).join('x'.repeat(1000));
