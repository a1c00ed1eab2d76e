// The call's own timeout ends the program, and can be caught.
// expect: pass
// log: timeout exec.run 'sleep' took longer than its timeout of 50ms, and was ended

try {
  exec.run('sleep', ['600'], { timeout: '50ms' });
} catch (e) {
  log.info(e['class'] + ' ' + e.message);
}
