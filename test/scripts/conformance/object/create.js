// Object.create takes a prototype and descriptors, and no other things.
var base = { greet: function () { return 'hi ' + this.name; } };
var made = Object.create(base, {
  name: { value: 'canary', enumerable: true },
  hidden: { value: 1, writable: true },
  twice: { get: function () { return this.hidden * 2; }, configurable: true }
});
print(made.greet(), made.hidden, made.twice, Object.keys(made), Object.getPrototypeOf(made) === base);
['name', 'hidden', 'twice'].forEach(function (key) { print(key, attributes(made, key)); });
var bare = Object.create(null);
print(Object.getPrototypeOf(bare), 'toString' in bare, typeof bare);
[undefined, 1, 'x', true].forEach(function (bad) { print(outcome(function () { return Object.create(bad); })); });
print(outcome(function () { return Object.create({}, null); }));
print(outcome(function () { return Object.create({}, { a: 1 }); }));
print(outcome(function () { return Object.create({}, undefined); }));
