// log.fail without a message.
// expect: fail
// class: assert
// timeout: 500ms

log.fail();
