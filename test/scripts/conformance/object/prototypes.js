// Reading and setting prototypes, and the circles that are refused.
function A() {}
function B() {}
B.prototype = Object.create(A.prototype);
var b = new B();
print(b instanceof A, b instanceof B, A.prototype.isPrototypeOf(b), B.prototype.isPrototypeOf(A.prototype));
print(Object.getPrototypeOf(b) === B.prototype, b.constructor === A);
print(Object.getPrototypeOf(5) === Number.prototype, Object.getPrototypeOf('') === String.prototype);
print(outcome(function () { return Object.getPrototypeOf(null); }));
var one = {}, two = Object.create(one), three = Object.create(two);
print(outcome(function () { return Object.setPrototypeOf(one, three); }), outcome(function () { return Object.setPrototypeOf(one, one); }));
print(Object.setPrototypeOf(one, null) === one, Object.getPrototypeOf(one), Object.setPrototypeOf(5, {}));
print(outcome(function () { return Object.setPrototypeOf({}, 5); }), outcome(function () { return Object.setPrototypeOf(null, {}); }));
print(Object.prototype.isPrototypeOf.call({}, 5), Object.getPrototypeOf(Object.prototype));
