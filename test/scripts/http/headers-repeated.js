// A header that comes twice is a list of two.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/headers');
if (!_.isEqual(r.headers['Set-Cookie'], ['a=1', 'b=2'])) throw new Error(JSON.stringify(r.headers['Set-Cookie']));
if (!_.isEqual(r.headers['X-One'], ['1'])) throw new Error(JSON.stringify(r.headers));
if (r.header('set-cookie') !== 'a=1') throw new Error('header() gives ' + r.header('set-cookie'));
