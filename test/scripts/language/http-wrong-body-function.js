// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: body
// no log: never

http.do('POST', 'http://127.0.0.1:1/', {}, function () {});
log.info('never');
