// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: the host (argument 1) must be a string, not undefined
// no log: never

ssh.run();
log.info('never');
