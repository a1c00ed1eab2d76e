// The console may suffer from what a script replaces, the run may fail with it, and that is all.
// expect: pass|fail
// class: assert|script
// timeout: 500ms

function no() { throw new Error('replaced'); }
Array.prototype.push = Array.prototype.join = Array.prototype.indexOf = String.prototype.replace = Object.keys = no;
Function.prototype.call = Function.prototype.apply = RegExp.prototype.test = no;
console.log('console %s', 'works', { a: [1, 'x'] });
log.info({ a: 1 });
