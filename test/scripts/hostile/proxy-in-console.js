// A proxy for the console.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

console.log(new Proxy({}, { get: function () { throw new Error('trapped'); }, ownKeys: function () { throw new Error('trapped'); } }));
log.info('after');
