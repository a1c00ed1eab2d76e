// A message whose toString throws.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

log.info({ toString: function () { throw new Error('no text'); } });
