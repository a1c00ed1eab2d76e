// The loop is in a trap.
// expect: fail
// class: timeout
// timeout: 500ms

new Proxy({}, { get: function () { while (true) {} } }).x;
