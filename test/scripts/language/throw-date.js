// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: 1970

throw new Date(0);
