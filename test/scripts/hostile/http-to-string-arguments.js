// Arguments whose toString asks for another request.
// expect: fail
// class: script|connect
// timeout: 500ms

var o = { toString: function () { http.do('GET', 'http://127.0.0.1:1/'); return 'GET'; } };
http.do(o, 'http://127.0.0.1:1/');
