// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'env': 'A=B' is no name of a variable
// no log: never

exec.run('sh', [], { env: { 'A=B': '1' } });
log.info('never');
