// fill, copy, slice, equals, compare, concat.
var b = new Buffer(5);
b.fill(7);
print([].slice.call(b), [].slice.call(b.fill(1, 1, 3)));
var t = new Buffer([9, 9, 9, 9]);
print(b.copy(t, 1, 0, 2), [].slice.call(t), b.slice(1, 3).length, new Buffer('abc').equals(new Buffer('abc')), new Buffer('abc').equals(new Buffer('abd')), new Buffer('a').compare(new Buffer('b')), Buffer.compare(new Buffer('b'), new Buffer('a')), Buffer.compare(new Buffer('a'), new Buffer('a')));
var s = b.slice(0, 2);
s[0] = 42;
print(b[0], Buffer.concat([new Buffer('ab'), new Buffer('cd')]).toString(), Buffer.concat([]).length, Buffer.concat([new Buffer('abc'), new Buffer('def')], 4).toString(), b.slice(-2).length, b.slice(3, 1).length);
print(b.write('xyz', 1), b.toString('utf8', 1, 4), b.write('toolongforit', 3), outcome(function () { return Buffer.concat(5); }), outcome(function () { return new Buffer('a').equals('a'); }));
