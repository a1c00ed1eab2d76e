// tls.inspect, and what is said of wrong arguments.
function t() {
  var args = [].slice.call(arguments);
  try {
    tls.inspect.apply(tls, args);
    log.info('done');
  } catch (e) {
    log.info(e.name + ': ' + e.message);
  }
}
log.info(Object.keys(tls).join(' '));
t(); t(5); t(null, 443); t({}, 443); t(Symbol('x'), 443); t('', 443);
t('127.0.0.1', 'x'); t('127.0.0.1', 0); t('127.0.0.1', 65536); t('127.0.0.1', 1.5); t('127.0.0.1', {});
t('127.0.0.1', 1, 5); t('127.0.0.1', 1, 'x'); t('127.0.0.1', 1, { zzz: 1 });
t('127.0.0.1', 1, { timeout: 'x' }); t('127.0.0.1', 1, { timeout: 0 });
t('127.0.0.1', 1, { tls: 5 }); t('127.0.0.1', 1, { tls: { zzz: 1 } }); t('127.0.0.1', 1, { tls: { ca: 5 } });
