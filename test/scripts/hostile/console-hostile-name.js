// A constructor whose name is an object.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

function F() {}
Object.defineProperty(F, 'name', { value: { toString: function () { throw 1; } } });
console.log(new F());
log.info('after');
