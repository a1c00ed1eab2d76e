// A URL that is none.
// expect: fail
// class: script|http|connect|dns
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/a HTTP/1.1\r\nHost: evil\r\n\r\n');
