// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

[].concat(new Array(4294967295), new Array(4294967295));
