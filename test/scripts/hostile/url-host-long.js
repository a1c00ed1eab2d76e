// A host name longer than DNS allows.
// expect: fail
// class: dns|script
// timeout: 5s

http.do('GET', 'http://' + 'a'.repeat(5000) + '/');
