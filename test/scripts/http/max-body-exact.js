// A body may be as long as max_body.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

if (http.do('GET', target + '/bytes/1000', {}, '', { max_body: 1000 }).body.length !== 1000) throw new Error('cut');
