// The message is the cause.
// expect: fail
// class: assert
// cause: error thrown
// at: 7

throw new Error('error thrown');
