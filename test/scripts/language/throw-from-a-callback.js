// The stack goes through Underscore to the author's line.
// expect: fail
// class: assert
// cause: an eagle is no canary
// at: 9
// stack contains: check

function check(item) {
  if (item === 'eagle') throw new Error('an eagle is no canary');
}

_.each(['canary', 'eagle'], check);
