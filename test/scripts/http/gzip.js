// Compressed bodies arrive as text.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/gzip');
if (r.json('packed') !== true) throw new Error(r.body);
