// http.batch and http.session, and what is said of wrong arguments.
function t(name) {
  var args = [].slice.call(arguments, 1);
  try {
    http[name].apply(http, args);
    log.info(name + ' done');
  } catch (e) {
    log.info(name + ' ' + e.name + ': ' + e.message);
  }
}
t('batch'); t('batch', 5); t('batch', {}); t('batch', []); t('batch', [5]); t('batch', [null]); t('batch', [[]]);
t('batch', [{}]); t('batch', [{ url: 5 }]); t('batch', [{ ulr: 'x' }]); t('batch', [{ url: 'x', method: 5 }]);
t('batch', ['nonsense']); t('batch', new Array(1001));
t('session', 5); t('session', 'x'); t('session', []); t('session', { zzzzzz: 1 }); t('session', { headers: 5 });
t('session', { form: { a: 1 } }); t('session', { timeout: '-1s' });
log.info(Object.keys(http.session()).sort().join(' '));
log.info(Object.keys(http).sort().join(' '));
