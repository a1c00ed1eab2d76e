// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: '-v' is no name of a user
// no log: never

ssh.run('localhost', 'true', { user: '-v' });
log.info('never');
