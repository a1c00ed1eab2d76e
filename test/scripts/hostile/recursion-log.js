// A log line from the deepest place.
// expect: pass|fail
// class: limit
// timeout: 5s

function f() {
  try {
    f();
  } catch (e) {
    log.kv('at', 'the bottom').info('deep');
  }
}
f();
log.info('up again');
