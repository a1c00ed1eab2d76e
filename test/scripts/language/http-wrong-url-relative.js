// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: /health
// no log: never

http.do('GET', '/health');
log.info('never');
