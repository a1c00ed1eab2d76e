// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: 42

throw 42;
