// Errors cannot be hooked.
// expect: fail
// class: assert
// cause: verdict
// timeout: 500ms

Error.errCreate = Error.errThrow = function () { while (true) {} };
if (typeof Duktape !== 'undefined') Duktape.errCreate = function () { while (true) {} };
throw new Error('verdict');
