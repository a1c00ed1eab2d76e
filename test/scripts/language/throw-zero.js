// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: 0

throw 0;
