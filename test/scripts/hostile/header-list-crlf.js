// A header that would become two.
// expect: fail
// class: script
// cause: header
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/', { 'X-A': ['ok', 'b\r\nX-Evil: 1'] });
