// What is thrown cannot be made a string.
// expect: fail
// class: assert|script
// timeout: 500ms

throw { toString: function () { throw new Error('not even a string'); } };
