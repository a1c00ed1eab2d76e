// A batch within the getters of a batch.
// expect: fail
// class: connect|script
// timeout: 2s

http.batch([{ url: 'http://127.0.0.1:1/', get body() { http.batch(['http://127.0.0.1:1/']); return 'x'; } }]);
