// A body that is no JSON: the run fails, at the line that asked.
// expect: fail
// class: assert|http|script
// cause: json
// timeout: 5s
// at: 9

var target = '__TARGET__';
http.do('GET', target + '/html').json();
