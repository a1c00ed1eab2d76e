// The length is a whole number, not negative.
// expect: fail
// class: script
// cause: rand_string

std.do.rand_string(NaN);
