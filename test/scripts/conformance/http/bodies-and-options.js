// Bodies and options, and what is said of wrong ones.
function t(body, options) { try { http.do('POST', 'http://127.0.0.1:1/', {}, body, options); log.info('done'); } catch (e) { log.info(e.name + ': ' + e.message.replace(/127\.0\.0\.1.*/, '127.0.0.1…') + (e.class ? ' (' + e.class + ')' : '')); } }
t(5); t(function () {}); t(true); t(Symbol('x'));
var o = {};
o.o = o;
t(o); t(null, 5); t(null, 'x'); t(null, []); t(null, function () {}); t(null, { redirects: -1 }); t(null, { redirects: 1.5 }); t(null, { redirects: 'x' }); t(null, { redirects: 101 }); t(null, { max_body: 'big' }); t(null, { max_body: -1 }); t(null, { timeout: 'x' }); t(null, { timeout: 0 }); t(null, { timeout: -1 }); t(null, { timeout: '0s' }); t(null, { timeout: {} }); t(null, { redirect: 1 }); t(null, { zzzzzzzzz: 1 }); t(null, { headers: 5 });
