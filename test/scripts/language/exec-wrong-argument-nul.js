// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the argument at 0 holds a NUL
// no log: never

exec.run('sh', ['a\u0000b']);
log.info('never');
