// The message is a getter that never ends.
// expect: fail
// class: assert|script|timeout
// timeout: 500ms

var e = new Error('x');
Object.defineProperty(e, 'message', { get: function () { while (true) {} } });
throw e;
