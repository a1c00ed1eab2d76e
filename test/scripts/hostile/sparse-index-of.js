// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

new Array(4294967295).indexOf(1);
