// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

Array.prototype.splice.call({ length: 4294967290 }, 0, 1);
