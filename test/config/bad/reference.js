// A name that nothing has.
// error: 3:1: ReferenceError: identifier 'registertest' undefined
registertest({ name: 'login' }, 'x');
