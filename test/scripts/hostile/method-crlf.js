// A method that would become a request.
// expect: fail
// class: script
// cause: method
// timeout: 500ms

http.do('GET / HTTP/1.1\r\nHost: evil\r\n\r\nGET', 'http://127.0.0.1:1/');
