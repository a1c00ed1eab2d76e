// Each level catches and goes down again.
// expect: fail
// class: timeout
// timeout: 500ms

function f() {
  try {
    while (true) {}
  } catch (e) {
    f();
  }
}
f();
f();
