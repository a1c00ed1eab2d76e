// The run's deadline ends a request too.
// expect: fail
// class: timeout
// timeout: 300ms

var target = '__TARGET__';
http.do('GET', target + '/slow/5000', {}, '', { timeout: '1h' });
