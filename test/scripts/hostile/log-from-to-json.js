// A field whose toJSON logs.
// expect: pass|fail
// class: script
// timeout: 500ms

log.kv('f', { toJSON: function () { log.info('from inside'); return 1; } }).info('outside');
