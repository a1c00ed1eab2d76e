// And the verdict still arrives.
// expect: fail
// class: assert
// cause: verdict
// timeout: 500ms

function no() { throw 'replaced'; }
Array.prototype.push = Object.keys = String.prototype.toString = Function.prototype.call = JSON.stringify = no;
Error.prototype.toString = no;
Error = TypeError = undefined;
log.fail('verdict');
