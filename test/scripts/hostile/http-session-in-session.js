// Sessions whose options make sessions.
// expect: fail
// class: limit
// cause: a run may have 100 sessions
// timeout: 2s

function options() { return { get headers() { http.session(options()); return {}; } }; }
try {
  http.session(options());
} catch (e) {
  for (;;) http.session();
}
