// Buffers as message and field.
// expect: pass|fail
// class: limit|script
// timeout: 5s

log.kv('b', new Uint8Array(1000000)).info('buffer');
log.info(new Uint8Array(10));
