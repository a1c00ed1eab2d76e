// What finally throws replaces what was on its way.
// expect: fail
// class: assert
// cause: second

try {
  throw new Error('first');
} finally {
  throw new Error('second');
}
