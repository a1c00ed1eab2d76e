// A key without a value is a mistake in the script.
// expect: fail
// class: script
// cause: log.kv
// no log: never

log.kv('a', 1, 'b').info('never');
