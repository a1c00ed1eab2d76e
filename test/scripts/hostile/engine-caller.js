// Functions do not tell who called them.
// expect: pass|fail
// class: script
// timeout: 500ms

function f() {
  if (f.caller) throw new Error('caller is ' + f.caller);
}
f();
