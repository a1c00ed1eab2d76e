// A header getter that makes a request of its own.
// expect: fail
// class: connect|script
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/', { get A() { http.do('GET', 'http://127.0.0.1:1/'); return 'x'; } });
