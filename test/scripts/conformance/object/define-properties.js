// Object.defineProperties takes own enumerable descriptors, in order.
var order = [];
var descriptors = Object.create({ inherited: { value: 1 } }, {
  skipped: { value: { value: 1 }, enumerable: false },
  b: { get: function () { order.push('b'); return { value: 'b', enumerable: true }; }, enumerable: true },
  a: { get: function () { order.push('a'); return { value: 'a', enumerable: true }; }, enumerable: true }
});
print(Object.defineProperties({}, descriptors), order);
print(outcome(function () { return Object.defineProperties({}, { a: { value: 1 }, b: 2 }); }));
print(outcome(function () { return Object.defineProperties({}); }));
print(outcome(function () { return Object.defineProperties(3, {}); }));
var target = {};
print(Object.defineProperties(target, {}) === target);
