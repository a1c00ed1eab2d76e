// A field without measure.
// expect: fail
// class: limit
// timeout: 10s
// memory: 16MiB

var s = 'x'.repeat(1000000);
var l = log;
for (var i = 0; i < 1000; i++) l = l.kv('k' + i, s + i);
l.info('big');
