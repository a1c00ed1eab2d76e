// One argument has to be an object.
// expect: fail
// class: script
// cause: log.kv
// no log: never

log.kv(5).info('never');
