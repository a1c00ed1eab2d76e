// A server that hangs up.
// expect: fail
// class: http|connect
// cause: /close
// timeout: 5s

var target = '__TARGET__';
http.do('GET', target + '/close');
