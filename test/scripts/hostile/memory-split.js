// A string into a million strings.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var s = 'ab'.repeat(4000000);
s.split('');
