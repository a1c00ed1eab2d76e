// A configuration that calls itself.
// error: 3:1: RangeError: callstack limit
function f() { f(); }
f();
