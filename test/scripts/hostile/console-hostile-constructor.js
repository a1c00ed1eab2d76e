// A constructor property that throws.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

console.log({ get constructor() { throw new Error('trapped'); } });
log.info('after');
