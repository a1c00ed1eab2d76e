// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the options (argument 3) must be an object, not a string
// no log: never

exec.run('sh', [], '5s');
log.info('never');
