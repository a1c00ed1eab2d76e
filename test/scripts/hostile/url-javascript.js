// A URL that is none.
// expect: fail
// class: script
// timeout: 500ms

http.do('GET', 'javascript:1');
