// 10 MiB where nothing is said.
// expect: fail
// class: limit
// cause: /bytes/10485761
// timeout: 5s

var target = '__TARGET__';
http.do('GET', target + '/bytes/10485761');
