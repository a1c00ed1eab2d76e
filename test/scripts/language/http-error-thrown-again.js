// Thrown again, it keeps its class.
// expect: fail
// class: connect
// cause: 127.0.0.1:1
// log: caught

try {
  http.do('GET', 'http://127.0.0.1:1/');
} catch (e) {
  log.info('caught');
  throw e;
}
