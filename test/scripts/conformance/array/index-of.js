// indexOf and lastIndexOf compare strictly and start where they are told.
var a = [1, '1', NaN, undefined, , 1, 0];
print(a.indexOf(1), a.indexOf('1'), a.indexOf(NaN), a.indexOf(undefined), a.indexOf(-0), a.indexOf(7), a.lastIndexOf(1), a.lastIndexOf(undefined));
var b = ['a', 'b', 'a', 'b'];
[[0], [1], [2], [-1], [-2], [-9], [9], [NaN], ['1'], [undefined], [Infinity], [-Infinity]].forEach(function (from) {
  print(from, b.indexOf('a', from[0]), b.indexOf('b', from[0]), b.lastIndexOf('a', from[0]), b.lastIndexOf('b', from[0]));
});
print([].indexOf.call('hello', 'l'), [].lastIndexOf.call('hello', 'l'), [].indexOf.call({ length: 2, 1: 'x' }, 'x'), [].indexOf(1), [1].lastIndexOf());
print([, ,].indexOf(undefined), [undefined].indexOf(), [].indexOf.length, [].lastIndexOf.length);
