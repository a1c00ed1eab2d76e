// Text that looks like the engine's end of time is still the author's.
// expect: fail
// class: assert|script
// cause: execution timeout
// timeout: 500ms

throw new RangeError('execution timeout');
