// Requests without end: the trace stays bounded.
// expect: fail
// class: limit|timeout
// timeout: 2s

for (;;) {
  try {
    http.do('GET', 'http://127.0.0.1:1/');
  } catch (e) {
    // again
  }
}
