// An end of the stack that is caught is no failure: the script goes on.
// expect: pass
// timeout: 5s
// log: caught

var depth = 0;
function f() {
  depth += 1;
  f();
}
var error = null;
try {
  f();
} catch (e) {
  error = e;
}
if (!(error instanceof RangeError)) throw new Error('got ' + error);
log.info('caught');
