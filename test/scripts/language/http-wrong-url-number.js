// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: URL
// no log: never

http.do('GET', 5);
log.info('never');
