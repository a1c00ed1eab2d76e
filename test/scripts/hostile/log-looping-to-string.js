// A message whose toString never ends.
// expect: pass|fail
// class: timeout
// timeout: 500ms

log.info({ toString: function () { while (true) {} } });
