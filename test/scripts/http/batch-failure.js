// A request of a batch that fails fails the batch, which has all the others' responses.
// expect: fail
// class: connect
// cause: GET http://127.0.0.1:1/ failed
// log: 200 connect 404
// timeout: 5s

var target = '__TARGET__';
try {
  http.batch([target + '/html', 'http://127.0.0.1:1/', target + '/status/404']);
} catch (e) {
  log.info(e.responses[0].code + ' ' + e.responses[1]['class'] + ' ' + e.responses[2].code);
  if (e.responses[1] !== e) throw new Error('the error is another');
  throw e;
}
