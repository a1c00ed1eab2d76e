// log.fail logs an error, ends the run, and its message is the cause.
// expect: fail
// class: assert
// cause: no feathers left
// log: before
// log: no feathers left
// level: error
// no log: after

log.info('before');
log.fail('no feathers left');
log.info('after');
