// A body that is very deep.
// expect: fail
// class: limit|script
// timeout: 5s

var o = {};
for (var i = 0; i < 100000; i++) o = { o: o };
http.do('POST', 'http://127.0.0.1:1/', {}, o);
