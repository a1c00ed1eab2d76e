// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert

throw function verdict() {};
