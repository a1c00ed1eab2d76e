// Uncaught, it fails the run.
// expect: fail
// class: timeout
// cause: /slow/3000
// timeout: 5s

var target = '__TARGET__';
http.do('GET', target + '/slow/3000', {}, '', { timeout: '200ms' });
