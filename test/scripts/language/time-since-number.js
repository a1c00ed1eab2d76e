// A time is text.
// expect: fail
// class: script
// cause: std.time.since

std.time.since(12).seconds();
