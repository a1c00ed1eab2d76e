// indexOf, lastIndexOf, includes, startsWith, endsWith.
var s = 'canary canary';
[['can'], ['can', 1], ['x'], [''], ['', 5], ['', 99], ['ry', -5], ['ary', NaN], ['c', Infinity], [undefined], ['canary', 7], ['can', '3']].forEach(function (a) {
  print(a, s.indexOf.apply(s, a), s.lastIndexOf.apply(s, a), s.includes.apply(s, a), s.startsWith.apply(s, a), s.endsWith.apply(s, a));
});
print('undefined'.indexOf(), '12321'.indexOf(2), '12321'.lastIndexOf(2), 'null'.startsWith(null), ''.lastIndexOf(''), ''.includes(''), 'abc'.endsWith('b', 2));
print(outcome(function () { return 'a'.includes(/a/); }), outcome(function () { return 'a'.startsWith(/a/); }), outcome(function () { return 'a'.endsWith(/a/); }), outcome(function () { return ''.includes.call(null, ''); }));
