// A proxy as log fields.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

log.kv(new Proxy({}, { ownKeys: function () { throw new Error('trapped'); } })).info('fields');
