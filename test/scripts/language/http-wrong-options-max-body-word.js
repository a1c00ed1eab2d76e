// A wrong argument is a mistake in the script, and the message names it.
// expect: fail
// class: script
// cause: max_body
// no log: never

http.do('GET', 'http://127.0.0.1:1/', {}, '', { max_body: 'big' });
log.info('never');
