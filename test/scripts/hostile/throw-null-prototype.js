// An object without a prototype has no toString.
// expect: fail
// class: assert|script
// timeout: 500ms

throw Object.create(null);
