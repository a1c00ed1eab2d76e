// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: 'root@localhost' is no host
// no log: never

ssh.run('root@localhost', 'true');
log.info('never');
