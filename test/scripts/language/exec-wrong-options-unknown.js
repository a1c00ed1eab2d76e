// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: exec.run: there is no option 'timout'; did you mean 'timeout'?
// no log: never

exec.run('sh', [], { timout: '5s' });
log.info('never');
