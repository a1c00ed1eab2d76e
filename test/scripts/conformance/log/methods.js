// Loggers have the same functions, which need no this.
var names = ['debug', 'info', 'warn', 'error', 'fail', 'kv'];
log.info(names.map(function (n) { return typeof log[n]; }).join(' '));
log.info(names.map(function (n) { return typeof log.kv('a', 1)[n]; }).join(' '));
log.info(Object.keys(log).join(' '), '|', Object.keys(log.kv('a', 1)).join(' '), '|', JSON.stringify(log.kv('secret', 1)));
var info = log.info, kv = log.kv;
info('detached'); kv('a', 1).info('detached kv'); [1, 2].forEach(function (n) { info(n); });
log.kv('a', 1).info.call(null, 'no fields'); log.info.call(log.kv('b', 2), 'other fields');
