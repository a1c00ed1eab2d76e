// dns.resolve, and what is said of wrong arguments.
function t() {
  var args = [].slice.call(arguments);
  try {
    dns.resolve.apply(dns, args);
    log.info('done');
  } catch (e) {
    log.info(e.name + ': ' + e.message);
  }
}
log.info(Object.keys(dns).join(' '));
t(); t(5); t(null); t({}); t(Symbol('x')); t('');
t('a', 5); t('a', 'ZZ'); t('a', Symbol('x'));
t('a', 'A', 5); t('a', 'A', 'x'); t('a', 'A', []); t('a', 'A', { zzz: 1 });
t('a', 'A', { server: 5 }); t('a', 'A', { server: 'not an address' });
t('a', 'A', { timeout: 'x' }); t('a', 'A', { timeout: 0 });
