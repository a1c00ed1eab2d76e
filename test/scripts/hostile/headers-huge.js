// Headers of many megabytes.
// expect: fail
// class: script|limit|connect
// timeout: 5s

http.do('GET', 'http://127.0.0.1:1/', { 'X-A': 'a'.repeat(10000000) });
