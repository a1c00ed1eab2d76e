// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ssh.run: '-oProxyCommand=id' is no host
// no log: never

ssh.run('-oProxyCommand=id', 'true');
log.info('never');
