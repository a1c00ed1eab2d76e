// Whatever is thrown into it is caught.
// expect: fail
// class: timeout
// timeout: 500ms

for (;;) {
  try {
    for (;;) {}
  } catch (e) {
    // goes on
  }
}
