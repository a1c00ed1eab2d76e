// What is no string is written as JavaScript writes it.
// expect: pass
// log: 42
// log: true
// log: null
// log: undefined
// log contains: quiet

log.info(42);
log.info(true);
log.info(null);
log.info(undefined);
log.info(new Error('quiet'));
