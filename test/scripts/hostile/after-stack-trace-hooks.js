// Hooks that other engines call when an error is made.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

function after() {
  console.log('after');
}
Error.prepareStackTrace = RangeError.prepareStackTrace = after;
Error.captureStackTrace = RangeError.captureStackTrace = after;
Error.stackTraceLimit = { valueOf: after };
Error = RangeError = after;
while (true) {}
