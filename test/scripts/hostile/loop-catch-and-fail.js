// Catches the end of its time, and calls log.fail.
// expect: fail
// class: timeout
// timeout: 500ms

try {
  while (true) {}
} catch (e) {
  log.fail('my own verdict');
}
