// Frozen prototypes disturb nothing.
// expect: fail
// class: assert
// cause: verdict
// timeout: 500ms
// log: works
// fields: {"a": 1}
// log: class connect

Object.freeze(Object.prototype);
Object.freeze(Array.prototype);
Object.freeze(Function.prototype);
Object.freeze(Error.prototype);
log.kv({ a: 1 }).info('works');
try {
  http.do('GET', 'http://127.0.0.1:1/');
} catch (e) {
  log.info('class ' + e['class']);
}
log.fail('verdict');
