// Uncaught, it fails the run with its class.
// expect: fail
// class: connect
// cause: 127.0.0.1:1
// at: 7

http.do('GET', 'http://127.0.0.1:1/');
