// A field that is very deep.
// expect: pass|fail
// class: limit|script
// timeout: 5s

var o = {};
for (var i = 0; i < 100000; i++) o = { o: o };
log.kv('deep', o).info('deep');
log.info('after');
