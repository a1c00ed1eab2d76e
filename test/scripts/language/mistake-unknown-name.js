// A name that nobody defined.
// expect: fail
// class: script
// cause: no_such_function
// log: before
// at: 9

log.info('before');
no_such_function();
