// A list that is long and empty, walked by the engine itself.
// expect: fail
// class: timeout|limit|script
// timeout: 500ms

while (true) [].every.call({ length: 16000000 }, function () {});
