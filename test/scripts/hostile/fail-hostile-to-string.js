// log.fail with what cannot be made a string.
// expect: fail
// class: assert|script
// timeout: 500ms

log.fail({ toString: function () { throw new Error('not even a string'); } });
