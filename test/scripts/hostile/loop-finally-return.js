// Return in finally drops the error.
// expect: fail
// class: timeout
// timeout: 500ms

function f() {
  try {
    while (true) {}
  } finally {
    return 1;
  }
}
while (true) f();
