// An argument that would never become what it should be.
// expect: fail
// class: script|timeout
// timeout: 500ms

std.os.getenv({ toString: function () { while (true) {} } });
