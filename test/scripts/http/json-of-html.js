// A body that is no JSON: the run fails, at the line that asked.
// expect: fail
// class: http
// cause: /html (200, text/html) is not JSON: '
// timeout: 5s
// at: 9

var target = '__TARGET__';
http.do('GET', target + '/html').json();
