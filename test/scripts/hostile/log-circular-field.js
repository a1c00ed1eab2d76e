// A field that is a circle.
// expect: pass|fail
// class: script
// timeout: 5s

var o = {};
o.o = o;
log.kv('circle', o).info('circle');
log.info('after');
