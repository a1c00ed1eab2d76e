// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the program (argument 1) holds a NUL
// no log: never

exec.run('true\u0000x');
log.info('never');
