// The message is text, not a format.
// expect: fail
// class: assert
// cause: 100%d of %s failed, 5%% left
// log: 100%d of %s failed, 5%% left
// level: error

log.fail('100%d of %s failed, 5%% left');
