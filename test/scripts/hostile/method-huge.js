// A method of a megabyte.
// expect: fail
// class: script|limit|connect
// timeout: 500ms

http.do('G'.repeat(1000000), 'http://127.0.0.1:1/');
