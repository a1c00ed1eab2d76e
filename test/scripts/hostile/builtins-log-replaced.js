// A script that replaces log harms itself alone.
// expect: pass
// timeout: 500ms
// log: console works

log = { fail: function () {} };
log.fail('ignored');
console.log('console works');
