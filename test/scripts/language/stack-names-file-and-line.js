// The stack has the names of functions, the file and the lines.
// expect: fail
// class: assert
// cause: deep inside
// at: 11
// stack contains: inner
// stack contains: outer
// stack contains: stack-names-file-and-line.js:11

function inner() {
  throw new Error('deep inside');
}
function outer() {
  inner();
}

outer();
