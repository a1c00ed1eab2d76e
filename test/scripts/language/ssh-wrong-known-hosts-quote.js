// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: cannot be handed to ssh
// no log: never

ssh.run('localhost', 'true', { known_hosts: 'a"b' });
log.info('never');
