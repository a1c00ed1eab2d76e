// A length that is none.
// expect: fail
// class: script|limit
// timeout: 500ms

std.do.rand_string(Infinity);
