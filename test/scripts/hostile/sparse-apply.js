// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

Math.max.apply(null, { length: 4294967295 });
