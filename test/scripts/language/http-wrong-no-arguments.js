// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: method
// no log: never

http.do();
log.info('never');
