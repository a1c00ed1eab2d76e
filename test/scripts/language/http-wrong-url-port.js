// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// no log: never

http.do('GET', 'http://127.0.0.1:99999/');
log.info('never');
