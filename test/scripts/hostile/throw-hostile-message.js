// The message is a getter that throws.
// expect: fail
// class: assert|script
// timeout: 500ms

var e = new Error('x');
Object.defineProperty(e, 'message', { get: function () { throw new Error('no message for you'); } });
throw e;
