// A program that ends in an error of its own type.
function Problem(m) { this.message = m; }
Problem.prototype = Object.create(Error.prototype);
print('before');
throw new RangeError('at the end');
