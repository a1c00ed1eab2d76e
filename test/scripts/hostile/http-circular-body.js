// A body that is a circle.
// expect: fail
// class: script
// timeout: 500ms

var o = {};
o.o = o;
http.do('POST', 'http://127.0.0.1:1/', {}, o);
