// Ends in an error inside a getter, inside a replacer, inside a regular expression's callback.
// expect: fail
// cause: canary was here
Object.prototype.canary = 1;
JSON.stringify({ a: 1 }, function (k, v) {
  return 'x'.replace(/x/, function () { return [1, 2].map(function () { return { get y() { throw new RangeError('canary was here'); } }.y; }); });
});
