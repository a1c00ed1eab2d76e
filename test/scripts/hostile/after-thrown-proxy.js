// What is thrown is a proxy, whose traps take for ever.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var calls = 0;
function trap() {
  if (++calls > 1) console.log('after');
  while (true) {}
}
throw new Proxy({}, { get: trap, has: trap, ownKeys: trap });
