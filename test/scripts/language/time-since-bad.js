// Not a time.
// expect: fail
// class: script
// cause: std.time.since

std.time.since('yesterday').seconds();
