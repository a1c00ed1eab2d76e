// isNaN, isFinite and their stricter kin.
[0, -0, 1, 1.5, NaN, Infinity, -Infinity, '1', 'x', '', null, undefined, true, {}, [], [5], 9007199254740991, 9007199254740992, -9007199254740992, 5e-324, new Number(5), new Date(0)].forEach(function (v) {
  print(v, isNaN(v), isFinite(v), Number.isNaN(v), Number.isFinite(v), Number.isInteger(v), Number.isSafeInteger(v));
});
print(isNaN(), isFinite(), Number.isNaN(), outcome(function () { return isNaN(Symbol()); }), isNaN === Number.isNaN);
