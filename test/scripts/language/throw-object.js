// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: 7

throw { code: 7 };
