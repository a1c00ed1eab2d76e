// Catches the end of its sleep and sleeps again.
// expect: fail
// class: timeout
// timeout: 500ms

for (;;) {
  try {
    std.time.sleep('1h');
  } catch (e) {
    // again
  }
}
