// A proxy whose traps all throw.
// expect: fail
// class: assert|script
// timeout: 500ms

function no() { throw new Error('trapped'); }
throw new Proxy({}, { get: no, has: no, ownKeys: no, getOwnPropertyDescriptor: no, getPrototypeOf: no });
