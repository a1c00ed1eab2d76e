// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'env' must be an object, not an array
// no log: never

exec.run('sh', [], { env: ['A=1'] });
log.info('never');
