// hasOwnProperty and propertyIsEnumerable ask for the name first as a key.
var o = Object.create({ inherited: 1 }, { hidden: { value: 1 }, shown: { value: 2, enumerable: true } });
['inherited', 'hidden', 'shown', 'none', 'toString'].forEach(function (key) {
  print(key, o.hasOwnProperty(key), o.propertyIsEnumerable(key), key in o);
});
print([1].hasOwnProperty('0'), [1].hasOwnProperty(0), [1].hasOwnProperty('00'), [1, , 3].hasOwnProperty(1), 'ab'.hasOwnProperty(1), 'ab'.hasOwnProperty('length'));
print([].propertyIsEnumerable('length'), (function () {}).propertyIsEnumerable('prototype'));
print(outcome(function () { return Object.prototype.hasOwnProperty.call(null, 'x'); }));
print(outcome(function () { return Object.prototype.hasOwnProperty.call(null, { toString: function () { throw new RangeError('key first'); } }); }));
print({ undefined: 1 }.hasOwnProperty(), { null: 1 }.hasOwnProperty(null));
