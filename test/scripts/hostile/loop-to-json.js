// The loop is in a toJSON.
// expect: fail
// class: timeout
// timeout: 500ms

JSON.stringify({ toJSON: function () { while (true) {} } });
