// Many short sleeps.
// expect: fail
// class: timeout
// timeout: 500ms

while (true) std.time.sleep('1ms');
