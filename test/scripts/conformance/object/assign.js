// Object.assign copies own enumerable properties, through getters and setters.
var set = [];
var target = { set x(v) { set.push(v); } };
var source = Object.create({ inherited: 1 }, {
  hidden: { value: 1, enumerable: false },
  x: { get: function () { return 'got'; }, enumerable: true },
  y: { value: 2, enumerable: true }
});
var s = Symbol('key');
source[s] = 'by symbol';
print(Object.assign(target, null, undefined, source, 'ab', 5, true) === target, set);
print(target);
print(target[s]);
print(outcome(function () { return Object.assign(null, {}); }), outcome(function () { return Object.assign(undefined); }));
print(outcome(function () { return Object.assign(Object.freeze({ a: 1 }), { a: 2 }); }));
print(Object.assign({ a: 1 }, { a: 2, b: 2 }, { b: 3 }), Object.assign([1, 2, 3], [4]));
