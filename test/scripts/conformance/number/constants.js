// The constants, and that they stay.
['MAX_VALUE', 'MIN_VALUE', 'NaN', 'POSITIVE_INFINITY', 'NEGATIVE_INFINITY', 'EPSILON', 'MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER'].forEach(function (name) {
  print(name, attributes(Number, name));
  Number[name] = 1;
  print(Number[name] === 1, delete Number[name]);
});
print(Number.MAX_VALUE * 2, Number.MIN_VALUE / 2, 1 + Number.EPSILON > 1, 1 + Number.EPSILON / 2 === 1, Number.MAX_SAFE_INTEGER + 1 === Number.MAX_SAFE_INTEGER + 2);
['NaN', 'Infinity', 'undefined'].forEach(function (name) { globalThis[name] = 5; print(globalThis[name], delete globalThis[name]); });
