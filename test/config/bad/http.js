// http is for runs.
// error: 3:1: http is available while a test runs, not in config.js
http.do('GET', 'http://127.0.0.1:1/');
