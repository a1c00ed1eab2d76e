// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: null

throw null;
