// The file ends too early.
// expect: fail
// class: script

function f() {
  return 1;
