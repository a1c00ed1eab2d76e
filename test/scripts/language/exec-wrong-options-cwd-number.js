// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'cwd' must be a string, not 5
// no log: never

exec.run('sh', [], { cwd: 5 });
log.info('never');
