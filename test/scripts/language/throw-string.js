// Anything may be thrown; the run fails with it.
// expect: fail
// class: assert
// cause: out of stock

throw 'out of stock';
