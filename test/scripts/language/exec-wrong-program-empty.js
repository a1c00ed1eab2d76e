// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the program (argument 1) is empty
// no log: never

exec.run('');
log.info('never');
