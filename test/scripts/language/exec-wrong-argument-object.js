// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the argument at 1 must be a string, not an object
// no log: never

exec.run('sh', ['-c', {}]);
log.info('never');
