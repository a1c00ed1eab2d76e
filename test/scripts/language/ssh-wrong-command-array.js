// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: the command (argument 2) must be a string, not an array
// no log: never

ssh.run('localhost', ['true']);
log.info('never');
