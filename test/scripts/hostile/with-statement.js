// Sloppy mode has with; a proxy in it is only slow.
// expect: pass|fail
// class: script|assert
// timeout: 500ms

var p = new Proxy({}, { has: function () { return true; }, get: function () { return 1; } });
with (p) {
  if (anything !== 1) throw 0;
}
