// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: method
// no log: never

http.do(5, 'http://127.0.0.1:1/');
log.info('never');
