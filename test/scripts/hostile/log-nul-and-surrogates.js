// NUL, control characters and half characters in messages, keys and values.
// expect: pass
// timeout: 500ms
// log: after

log.info('a\0b');
log.info('half \ud800 high, half \udc00 low');
log.info('\u001b[31mred\u0007\r\nnext line');
log.kv('k\0ey', 'v\0alue').info('fields');
log.kv('\ud800', '\udfff').info('halves');
log.kv('', 'empty key').info('empty');
log.info('after');
