// test is for runs.
// error: 3:1: test is available while a test runs, not in config.js
console.log(test.name);
