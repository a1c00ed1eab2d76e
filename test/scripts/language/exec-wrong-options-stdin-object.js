// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'stdin' must be a string or a buffer, not an object
// no log: never

exec.run('sh', [], { stdin: {} });
log.info('never');
