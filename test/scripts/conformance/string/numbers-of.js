// Texts as numbers, in all ways.
['', ' ', '0', '-0', '+5', '5 ', '\n7\t', '1e3', '1e-7', '.5', '5.', '.', '0x1F', '0X1f', '-0x1F', '0b11', '0o17', '1e', '1e+', 'Infinity', '-Infinity', '+Infinity', 'infinity', 'NaN', '1 2', '1,5', '1_0', '00012', '1n', 'x', '0x', '1e400', '1e-400', '\u00a05', '5px'].forEach(function (t) {
  print(t, Number(t), +t, parseFloat(t), parseInt(t), parseInt(t, 10), parseInt(t, 16), t - 0, t | 0);
});
