// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: ftp
// no log: never

http.do('GET', 'ftp://127.0.0.1/');
log.info('never');
