// Redirects are followed; the address is the last one.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/redirect/9');
if (r.code !== 200 || r.url !== target + '/echo') throw new Error(r.code + ' at ' + r.url);
