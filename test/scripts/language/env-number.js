// A name is a string.
// expect: fail
// class: script
// cause: std.os.getenv

std.os.getenv(7);
