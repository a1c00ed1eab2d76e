// Sleeps beyond its time.
// expect: fail
// class: timeout
// timeout: 500ms
// no log: never

std.time.sleep('10h');
log.info('never');
