// The loop is in a toString.
// expect: fail
// class: timeout
// timeout: 500ms

'' + { toString: function () { while (true) {} } };
