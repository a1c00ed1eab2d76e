// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the arguments (argument 2) must be an array of strings, not a string
// no log: never

exec.run('sh', '-c true');
log.info('never');
