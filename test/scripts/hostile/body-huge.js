// A body of many megabytes to nowhere.
// expect: fail
// class: connect|limit
// timeout: 5s

http.do('POST', 'http://127.0.0.1:1/', {}, 'a'.repeat(10000000));
