// Instances show their constructors.
function Point(x, y) { this.x = x; this.y = y; }
console.log(new Point(1, 2), [new Point(3, 4)], new (function () {})(), new (function Empty() {})());
console.log(Object.create(null), Object.create({}), Object.create(Point.prototype), Object.create(new Point(5, 6)));
var bare = Object.create(null);
bare.a = 1;
console.log(bare, [bare]);
function Sub() {}
Sub.prototype = Object.create(Point.prototype, { constructor: { value: Sub } });
console.log(new Sub(), Point.prototype, Sub.prototype);
