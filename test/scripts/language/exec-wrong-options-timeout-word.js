// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: the option 'timeout'
// no log: never

exec.run('sh', [], { timeout: 'soon' });
log.info('never');
