// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: header
// no log: never

http.do('GET', 'http://127.0.0.1:1/', 'Accept: x');
log.info('never');
