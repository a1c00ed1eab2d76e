// The stack is a getter that throws.
// expect: fail
// class: assert|script
// timeout: 500ms

var e = new Error('verdict');
Object.defineProperty(e, 'stack', { get: function () { throw new Error('no stack for you'); } });
throw e;
