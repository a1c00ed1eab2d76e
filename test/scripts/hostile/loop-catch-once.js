// Catches the end of its time, and goes on.
// expect: fail
// class: timeout
// timeout: 500ms

try {
  while (true) {}
} catch (e) {
  log.info('caught: ' + e);
}
while (true) {}
