// Objects that inherit from arrays, and arrays with other prototypes.
function List() { var l = [].slice.call(arguments); Object.setPrototypeOf(l, List.prototype); return l; }
List.prototype = Object.create(Array.prototype, { constructor: { value: List } });
List.prototype.last = function () { return this[this.length - 1]; };
var l = new List(1, 2, 3);
l.push(4);
print(l.last(), l.length, l instanceof List, l instanceof Array, Array.isArray(l), l.map(Number) instanceof Array);
var fake = Object.create([]);
fake[0] = 'x';
print(fake.length, Array.isArray(fake), fake.push('y'), fake.length, Object.keys(fake));
var bare = [1, 2];
Object.setPrototypeOf(bare, null);
print(bare.length, bare.join, Array.isArray(bare), Array.prototype.join.call(bare, '+'));
bare[5] = 1;
print(bare.length);
