// A proxy as one field.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

log.kv('p', new Proxy({}, { get: function () { throw new Error('trapped'); }, ownKeys: function () { return ['a']; } })).info('field');
