// Much in one line.
// expect: pass|fail
// class: limit
// timeout: 10s

log.info('x'.repeat(20000000));
log.info('after');
