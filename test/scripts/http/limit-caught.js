// A run that reaches a limit fails, though the script catches that.
// expect: fail
// class: limit
// cause: the response's body is over the limit of 10 bytes
// log: still here
// timeout: 5s

var target = '__TARGET__';
try {
  http.do('GET', target + '/bytes/11', {}, '', { max_body: 10 });
} catch (e) {
  if (e['class'] !== 'limit') throw e;
}
log.info('still here');
