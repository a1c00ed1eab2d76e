// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'timeout' must be more than 0
// no log: never

exec.run('sh', [], { timeout: 0 });
log.info('never');
