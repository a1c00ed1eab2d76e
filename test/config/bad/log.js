// log is for runs.
// error: 3:1: log is available while a test runs, not in config.js
log.info('hello');
