// A response can be logged and looked at.
// expect: pass
// timeout: 5s
// log: got a response
// log: in detail

var target = '__TARGET__';

var r = http.do('GET', target + '/json');
log.kv('body', r.body).info('got a response');
log.kv({ code: r.code, timings: r.timings, headers: r.headers }).info('in detail');
console.log(r);
