// Object.is tells NaN and the zeros as they are.
var values = [undefined, null, 0, -0, NaN, 1, '1', '', true, false, {}, Infinity];
values.forEach(function (a, i) {
  print(i, values.map(function (b) { return (Object.is(a, b) ? 'i' : '-') + (a === b ? 's' : '-') + (a == b ? 'l' : '-'); }));
});
print(Object.is(), Object.is(undefined), Object.is(null), Object.is(0 * -1, -0));
