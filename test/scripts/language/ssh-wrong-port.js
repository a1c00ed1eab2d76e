// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: the option 'port' must be a whole number from 1 to 65535, not 0
// no log: never

ssh.run('localhost', 'true', { port: 0 });
log.info('never');
