// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

Array.prototype.shift.call({ length: 4294967294 });
