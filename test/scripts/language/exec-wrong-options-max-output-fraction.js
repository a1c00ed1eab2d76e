// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'max_output' must be a whole number from 0 to 1073741824, not 1.5
// no log: never

exec.run('sh', [], { max_output: 1.5 });
log.info('never');
