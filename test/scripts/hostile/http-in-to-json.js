// A request inside JSON.stringify of the body of a request.
// expect: fail
// class: connect|script
// timeout: 500ms

http.do('POST', 'http://127.0.0.1:1/', {}, { toJSON: function () { http.do('GET', 'http://127.0.0.1:1/'); return {}; } });
