// A script that renames itself deceives nobody.
// expect: fail
// class: assert
// cause: verdict
// timeout: 500ms

try {
  test.name = 'another';
  test.id = 'x';
} catch (e) {
  // may be frozen
}
log.fail('verdict');
