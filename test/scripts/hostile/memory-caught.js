// What is let go is free again: a caught lack of memory is the end, or harms nobody.
// expect: pass|fail
// class: limit
// timeout: 5s

try {
  'x'.repeat(1000000000);
} catch (e) {
  log.info('caught');
}
log.info('still here');
