// A time far beyond.
// expect: fail
// class: script
// timeout: 500ms

std.time.since('9'.repeat(1000000)).seconds();
