// Ten are followed, eleven are too many.
// expect: fail
// class: http|limit
// cause: redirect
// timeout: 5s

var target = '__TARGET__';
http.do('GET', target + '/redirect/11');
