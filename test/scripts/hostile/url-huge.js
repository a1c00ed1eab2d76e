// A URL of ten megabytes.
// expect: fail
// class: script|limit|connect|http
// timeout: 5s

http.do('GET', 'http://127.0.0.1:1/' + 'a'.repeat(10000000));
