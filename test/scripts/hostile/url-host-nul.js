// A URL that is none.
// expect: fail
// class: script
// timeout: 500ms

http.do('GET', 'http://127.0.0.1\0.example.test:1/');
