// What Math's functions do with odd arguments.
var names = ['abs', 'acos', 'asin', 'atan', 'cbrt', 'ceil', 'cos', 'exp', 'floor', 'log', 'log10', 'log2', 'round', 'sign', 'sin', 'sqrt', 'tan', 'trunc', 'clz32'];
names.forEach(function (name) {
  var f = Math[name];
  print(name, f.length, f.name, f(), f('x'), f({}), f(NaN), f([0]), f(null), f(''), outcome(function () { return f(Symbol()); }), outcome(function () { return f({ valueOf: function () { throw new RangeError('asked'); } }); }));
});
