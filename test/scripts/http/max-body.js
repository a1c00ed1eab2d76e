// A longer one ends the request.
// expect: fail
// class: limit
// cause: 1000
// timeout: 5s

var target = '__TARGET__';
http.do('GET', target + '/bytes/1001', {}, '', { max_body: 1000 });
