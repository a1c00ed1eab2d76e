// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: there is no option 'idenity'; did you mean 'identity'?
// no log: never

ssh.run('localhost', 'true', { idenity: 'k' });
log.info('never');
