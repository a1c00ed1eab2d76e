// The short forms, and what is said of wrong arguments.
function t(name) {
  var args = [].slice.call(arguments, 1);
  try {
    http[name].apply(http, args);
    log.info(name + ' done');
  } catch (e) {
    log.info(name + ' ' + e.name + ': ' + e.message);
  }
}
['get', 'head', 'options', 'del', 'post', 'put', 'patch'].forEach(function (n) {
  log.info(n + ' is a ' + typeof http[n]);
  t(n); t(n, 5); t(n, ''); t(n, 'nonsense'); t(n, Symbol('x'));
});
var nobody = 'http://127.0.0.1:1/';
t('get', nobody); t('get', nobody, 5); t('get', nobody, []); t('get', nobody, { header: {} });
t('get', nobody, { bearer: 'a\0b' }); t('get', nobody, { timeout: NaN }); t('get', nobody, { timeout: 86400001 });
t('post', nobody, 5); t('post', nobody, 'x', 5); t('put', nobody, function () {});
t('patch', nobody, '', { timeout: Symbol('x') });
