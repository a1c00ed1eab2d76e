// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: the command is empty
// no log: never

ssh.run('localhost', '');
log.info('never');
