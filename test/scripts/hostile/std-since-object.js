// An argument that would never become what it should be.
// expect: fail
// class: script|timeout
// timeout: 500ms

std.time.since({ toString: function () { while (true) {} } });
