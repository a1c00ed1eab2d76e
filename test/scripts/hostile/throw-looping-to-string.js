// toString never ends.
// expect: fail
// class: assert|script|timeout
// timeout: 500ms

throw { toString: function () { while (true) {} } };
