// Catches the end of its time, and throws a verdict of its own.
// expect: fail
// class: timeout
// timeout: 500ms

try {
  while (true) {}
} catch (e) {
  throw new Error('my own verdict');
}
