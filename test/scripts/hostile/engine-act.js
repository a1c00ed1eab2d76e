// There is no view on the call stack.
// expect: fail
// class: script
// cause: Duktape
// timeout: 500ms

Duktape.act(-1);
