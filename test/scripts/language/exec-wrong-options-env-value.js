// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'env': the value of 'A' must be a string, not an object
// no log: never

exec.run('sh', [], { env: { A: {} } });
log.info('never');
