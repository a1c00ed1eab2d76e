// redirects: 0 gives the redirect itself.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/redirect/1', {}, '', { redirects: 0 });
if (r.code !== 302 || r.header('Location') !== '/echo') throw new Error(r.code + ' to ' + r.header('Location'));
