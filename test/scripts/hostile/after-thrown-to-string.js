// What is thrown takes for ever to become a text.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

function loop() {
  try {
    while (true) {}
  } finally {
    console.log('after');
  }
}
throw { toString: loop, valueOf: function () { console.log('after'); return 1; }, toJSON: function () { console.log('after'); } };
