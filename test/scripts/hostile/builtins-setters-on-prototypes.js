// Setters on the prototypes see nothing of ours, and stop nothing.
// expect: pass
// timeout: 500ms
// log: works
// fields: {"x": 1}
// log: class connect
// log: seen 0

var seen = [];
['message', 'class', 'level', 'fields', 'code', 'body', 'headers', 'timings', 'url', 'stack', '0', '1', 'a'].forEach(function (name) {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    get: function () { return undefined; },
    set: function (v) { seen.push(name); }
  });
});
log.kv('x', 1).info('works');
try {
  http.do('GET', 'http://127.0.0.1:1/', { Accept: 'x' });
} catch (e) {
  log.info('class ' + e['class']);
}
log.info('seen ' + seen.length);
