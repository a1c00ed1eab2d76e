// A value is a string, or a list of strings that are sent one by one.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

var r = http.do('GET', target + '/echo', { 'X-One': 'a', 'x-two': ['b', 'c'], Accept: 'text/x' });
var seen = r.json('headers');
if (!_.isEqual(seen['x-one'], ['a'])) throw new Error('X-One: ' + JSON.stringify(seen['x-one']));
if (!_.isEqual(seen['x-two'], ['b', 'c'])) throw new Error('x-two: ' + JSON.stringify(seen['x-two']));
if (!_.isEqual(seen.accept, ['text/x'])) throw new Error('Accept: ' + JSON.stringify(seen.accept));
if (!seen['user-agent'] || seen.host.length !== 1) throw new Error('User-Agent or Host: ' + JSON.stringify(seen));
