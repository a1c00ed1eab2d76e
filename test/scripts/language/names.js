// What is there, and what is not.
// expect: pass

var there = {
  http: 'object', check: 'function', expect: 'function', assert: 'function', exec: 'object', ssh: 'object', log: 'object', console: 'object', std: 'object', test: 'object', dns: 'object', tcp: 'object', tls: 'object', _: 'function',
  require: 'function', module: 'object', exports: 'object', __filename: 'string', __dirname: 'string',
  JSON: 'object', Math: 'object', Proxy: 'function', Symbol: 'function', Uint8Array: 'function'
};
_.each(there, function (type, name) {
  var is = typeof this[name];
  if (is !== type) throw new Error(name + ' is ' + is + ', not ' + type);
}, this);
_.each({
  'http.do': http.do, 'exec.run': exec.run, 'ssh.run': ssh.run, 'dns.resolve': dns.resolve, 'tcp.connect': tcp.connect, 'tls.inspect': tls.inspect, 'log.debug': log.debug, 'log.info': log.info, 'log.warn': log.warn, 'log.error': log.error,
  'log.fail': log.fail, 'log.kv': log.kv, 'console.log': console.log, 'console.info': console.info,
  'console.warn': console.warn, 'console.error': console.error, 'console.debug': console.debug,
  'test.step': test.step, 'test.cleanup': test.cleanup, 'test.fail': test.fail, 'test.skip': test.skip, 'std.time.now': std.time.now, 'std.time.sleep': std.time.sleep, 'std.time.since': std.time.since,
  'std.os.getenv': std.os.getenv, 'std.do.rand_string': std.do.rand_string
}, function (value, name) {
  if (typeof value !== 'function') throw new Error(name + ' is ' + typeof value);
});
_.each([
  'settings', 'register_test', 'file', 'glob', 'Duktape', 'process', 'print', 'alert', 'window',
  'setTimeout', 'setInterval', 'XMLHttpRequest', 'fetch', 'Promise', 'Map', 'Set'
], function (name) {
  if (typeof this[name] !== 'undefined') throw new Error(name + ' is there');
}, this);
