// Catches the end of its time, and pretends that all is well.
// expect: fail
// class: timeout
// timeout: 500ms

try {
  while (true) {}
} catch (e) {
  // nothing happened
}
