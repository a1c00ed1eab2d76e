// Who catches the verdict does not undo it: the run has failed.
// expect: fail
// class: assert
// cause: no feathers left
// log: no feathers left
// level: error

try {
  log.fail('no feathers left');
} catch (e) {
  log.info('caught');
}
