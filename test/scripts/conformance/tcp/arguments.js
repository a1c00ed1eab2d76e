// tcp.connect, and what is said of wrong arguments.
function t() {
  var args = [].slice.call(arguments);
  try {
    tcp.connect.apply(tcp, args);
    log.info('done');
  } catch (e) {
    log.info(e.name + ': ' + e.message);
  }
}
log.info(Object.keys(tcp).join(' '));
t(); t(5); t(null, 80); t({}, 80); t(Symbol('x'), 80); t('', 80);
t('127.0.0.1'); t('127.0.0.1', 'x'); t('127.0.0.1', 0); t('127.0.0.1', 65536); t('127.0.0.1', 1.5); t('127.0.0.1', NaN);
t('127.0.0.1', {}); t('127.0.0.1', 1, 5); t('127.0.0.1', 1, 'x'); t('127.0.0.1', 1, { zzz: 1 });
t('127.0.0.1', 1, { timeout: 'x' }); t('127.0.0.1', 1, { timeout: -1 });
t('127.0.0.1', 1, { tls: 5 }); t('127.0.0.1', 1, { tls: { zzz: 1 } }); t('127.0.0.1', 1, { binari: true });
