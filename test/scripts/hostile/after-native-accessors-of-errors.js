// The same, with functions that execute nothing of the script's.
// expect: fail
// class: timeout
// cause: the run took longer than its timeout of 300ms
// timeout: 300ms
// no log: after

var after = console.log.bind(null, 'after');
[Error, RangeError].forEach(function (kind) {
  ['name', 'message', 'stack', 'fileName', 'lineNumber', 'toString', 'class'].forEach(function (name) {
    Object.defineProperty(kind.prototype, name, { get: after, set: after, configurable: true });
  });
});
while (true) {}
