// The option query is encoded and joined to the URL's own.
// expect: pass
// timeout: 5s

var target = '__TARGET__';
function path(url, query) { return http.get(target + url, { query: query }).json('path'); }
function same(got, wanted) { if (got !== wanted) throw new Error(got + ' is not ' + wanted); }

same(path('/echo', { q: 'a b&c=d', n: 5, yes: true }), '/echo?q=a%20b%26c%3Dd&n=5&yes=true');
same(path('/echo?x=1', { y: [1, 'two'], none: null, nothing: undefined }), '/echo?x=1&y=1&y=two');
same(path('/echo?x=1#part', { y: 'ä' }), '/echo?x=1&y=%C3%A4');
same(path('/echo', {}), '/echo');
same(http.do('GET', target + '/echo', {}, '', { query: { a: 1 } }).json('path'), '/echo?a=1');
