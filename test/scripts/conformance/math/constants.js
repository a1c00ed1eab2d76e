// The constants of Math.
['E', 'LN10', 'LN2', 'LOG2E', 'LOG10E', 'PI', 'SQRT1_2', 'SQRT2'].forEach(function (name) { print(name, attributes(Math, name)); Math[name] = 3; print(Math[name] === 3, delete Math[name]); });
print(typeof Math, String(Math), outcome(function () { return new Math(); }), outcome(function () { return Math(); }), Object.keys(Math), Object.getPrototypeOf(Math) === Object.prototype);
