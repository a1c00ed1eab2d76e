// What may be redefined, and what may not.
function fixed() {
  return Object.defineProperty({}, 'x', { value: 1, writable: false, enumerable: false, configurable: false });
}
var changes = [
  {}, { value: 1 }, { value: 2 }, { writable: true }, { writable: false }, { enumerable: true }, { configurable: true },
  { get: function () {} }, { set: undefined }, { value: NaN }, { value: 1, enumerable: false }
];
changes.forEach(function (change, i) {
  print(i, outcome(function () { return attributes(Object.defineProperty(fixed(), 'x', change), 'x'); }));
});
var half = Object.defineProperty({}, 'y', { value: 1, writable: true });
print(attributes(Object.defineProperty(half, 'y', { value: 2 }), 'y'));
print(attributes(Object.defineProperty(half, 'y', { writable: false }), 'y'));
print(outcome(function () { return Object.defineProperty(half, 'y', { value: 3 }); }));
var zero = Object.defineProperty({}, 'z', { value: 0 });
print(outcome(function () { return Object.defineProperty(zero, 'z', { value: -0 }); }));
var nan = Object.defineProperty({}, 'n', { value: NaN });
print(outcome(function () { return attributes(Object.defineProperty(nan, 'n', { value: NaN }), 'n'); }));
