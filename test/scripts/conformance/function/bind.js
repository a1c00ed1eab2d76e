// Bound functions: this, arguments, length, name, and new.
function add(a, b, c) { return [this && this.tag, a, b, c]; }
var bound = add.bind({ tag: 'T' }, 1, 2);
print(bound(), bound(3), bound(3, 4), bound.length, bound.name, add.bind().length, add.bind(null, 1, 2, 3, 4).length);
print('prototype' in bound, bound.bind({ tag: 'other' })(9), bound.call({ tag: 'other' }, 9), bound.bind(0, 8).name);
function Point(x, y) { this.x = x; this.y = y; }
var At1 = Point.bind({ ignored: true }, 1);
var p = new At1(2);
print(p.x, p.y, p instanceof Point, p instanceof At1, Object.getPrototypeOf(p) === Point.prototype);
print(outcome(function () { return Function.prototype.bind.call({}); }));
print(Object.getPrototypeOf(bound) === Function.prototype, attributes(bound, 'length'), attributes(bound, 'name'));
var many = function () { return arguments.length; };
for (var i = 0; i < 50; i++) many = many.bind(null, i);
print(many(), many.length);
print([1, 2, 3].map(Number.prototype.toFixed.call.bind(Number.prototype.toFixed)));
