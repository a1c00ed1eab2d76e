// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

[].filter.call({ length: 2147483647 }, function () {});
