// The class is a getter that never ends.
// expect: fail
// class: assert|script|timeout
// timeout: 500ms

var e = new Error('verdict');
Object.defineProperty(e, 'class', { get: function () { while (true) {} } });
throw e;
