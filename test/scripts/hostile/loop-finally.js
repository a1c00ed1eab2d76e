// Goes on in finally.
// expect: fail
// class: timeout
// timeout: 500ms

try {
  while (true) {}
} finally {
  while (true) {}
}
