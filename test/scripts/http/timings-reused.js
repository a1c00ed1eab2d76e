// The second request has no connection to make.
// expect: pass
// timeout: 5s

var target = '__TARGET__';

http.do('GET', target + '/json');
var r = http.do('GET', target + '/json');
if (r.timings.connecting !== 0) throw new Error('connected again, in ' + r.timings.connecting + ' ms');
