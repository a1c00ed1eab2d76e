// What is thrown takes for ever to become JSON.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var thrown = {
  toJSON: function () {
    try { while (true) {} } catch (e) { console.log('after'); }
    return { get x() { console.log('after'); return 1; } };
  }
};
throw thrown;
