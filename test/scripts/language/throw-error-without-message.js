// An error needs no message.
// expect: fail
// class: assert
// cause: Error

throw new Error();
