// kv needs something to add.
// expect: fail
// class: script
// cause: log.kv
// no log: never

log.kv().info('never');
