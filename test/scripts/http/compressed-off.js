// compressed: false does not ask for it.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var seen = http.do('GET', target + '/echo', {}, '', { compressed: false }).json('headers');
if (/gzip|deflate/.test((seen['accept-encoding'] || []).join())) throw new Error('Accept-Encoding: ' + seen['accept-encoding']);
var usual = http.do('GET', target + '/echo').json('headers');
if (!/gzip/.test((usual['accept-encoding'] || []).join())) throw new Error('Accept-Encoding: ' + usual['accept-encoding']);
