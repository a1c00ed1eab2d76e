// Our functions with a foreign this.
// expect: pass|fail
// class: script
// timeout: 500ms
// log: without this

var info = log.info;
info('without this');
info.call(null, 'null');
info.call(5, 'number');
log.kv('a', 1).info.call({}, 'foreign');
