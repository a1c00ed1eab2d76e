// Inherited getters do not become headers, options or fields.
// expect: pass
// timeout: 500ms
// log: works
// fields: {"a": 1}
// log: class connect

Object.defineProperty(Object.prototype, 'timeout', { get: function () { throw new Error('asked for timeout'); } });
Object.defineProperty(Object.prototype, 'X-Forged', { get: function () { throw new Error('asked for X-Forged'); }, enumerable: true });
log.kv({ a: 1 }).info('works');
try {
  http.do('GET', 'http://127.0.0.1:1/', {}, '', {});
} catch (e) {
  log.info('class ' + e['class']);
}
