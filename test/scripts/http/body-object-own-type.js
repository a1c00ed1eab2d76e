// A type of one's own stays.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('POST', target + '/echo', { 'content-type': 'application/vnd.shop+json' }, { a: 1 });
if (!_.isEqual(r.json('headers')['content-type'], ['application/vnd.shop+json'])) throw new Error(r.body);
