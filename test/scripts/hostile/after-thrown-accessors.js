// The first accessor of what is thrown takes for ever; the others are not asked.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var e = new Error('x'), calls = 0;
['stack', 'name', 'message'].forEach(function (name) {
  Object.defineProperty(e, name, {
    get: function () {
      if (++calls > 1) console.log('after');
      try { while (true) {} } catch (caught) { console.log('after'); }
    }
  });
});
throw e;
