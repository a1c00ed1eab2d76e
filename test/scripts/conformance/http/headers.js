// The headers of http.do, and what is said of wrong ones.
function t(headers) { try { http.do('GET', 'http://127.0.0.1:1/', headers); log.info('done'); } catch (e) { log.info(e.name + ': ' + e.message.replace(/127\.0\.0\.1.*/, '127.0.0.1…') + (e.class ? ' (' + e.class + ')' : '')); } }
t(5); t('X: y'); t([]); t(function () {}); t({ 'a b': 'x' }); t({ '': 'x' }); t({ a: {} }); t({ a: [{}] }); t({ a: Symbol('x') }); t({ a: 'x\r\ny' }); t({ 'a:b': 'x' }); t({ a: function () {} }); t(true); t({ a: 'x\u0000' });
