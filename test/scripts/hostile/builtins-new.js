// Our functions are no constructors, or harmless ones.
// expect: pass
// timeout: 500ms
// log: refused too

try {
  new log.info('made');
} catch (e) {
  log.info('refused');
}
try {
  new http.do('GET', 'http://127.0.0.1:1/');
} catch (e) {
  log.info('refused too');
}
