// String called and constructed.
print(String(), String(5), String(null), String(undefined), String(true), String([1, [2]]), String({}), String(-0), String(Symbol('d')));
var s = new String('abc');
print(typeof s, s.length, s[1], s == 'abc', s === 'abc', Object.keys(s), s.valueOf(), s);
s[0] = 'X'; s.length = 9; s.extra = 1;
print(s[0], s.length, Object.keys(s), delete s[0], delete s.extra, '1' in s, 3 in s);
print(outcome(function () { return new String(Symbol('x')); }), outcome(function () { return '' + Symbol('x'); }), new String().length, String.length, String.name);
print(attributes(new String('ab'), 0), attributes(new String('ab'), 'length'));
[5, {}, undefined].forEach(function (bad) { print(outcome(function () { return String.prototype.toString.call(bad); }), outcome(function () { return String.prototype.valueOf.call(bad); })); });
