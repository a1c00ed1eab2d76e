// A field with a getter that never ends.
// expect: fail
// class: timeout
// timeout: 500ms

log.kv({ get a() { while (true) {} } }).info('x');
