// A field whose toJSON logs itself.
// expect: pass|fail
// class: limit|script
// timeout: 500ms

var f = { toJSON: function () { log.kv('f', f).info('again'); return 1; } };
log.kv('f', f).info('first');
