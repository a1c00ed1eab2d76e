// Catches the limit and calls again, for ever.
// expect: fail
// class: limit|timeout
// timeout: 5s

function f() {
  try {
    f();
  } catch (e) {
    f();
  }
}
f();
