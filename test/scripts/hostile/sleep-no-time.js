// Sleeps of no length.
// expect: fail
// class: timeout
// timeout: 500ms

while (true) std.time.sleep('0s');
