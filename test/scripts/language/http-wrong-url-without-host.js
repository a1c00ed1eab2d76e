// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// no log: never

http.do('GET', 'http:///x');
log.info('never');
