// Half a character in the URL.
// expect: fail
// class: script|connect
// timeout: 500ms

http.do('GET', 'http://127.0.0.1:1/\ud800');
