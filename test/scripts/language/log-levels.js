// Each level logs a line of its own.
// expect: pass
// log: a detail
// level: debug
// log: a fact
// log: a worry
// level: warn
// log: a fault
// level: error

log.debug('a detail');
log.info('a fact');
log.warn('a worry');
log.error('a fault');
