// concat spreads arrays and nothing else, unless told to.
print([1].concat(2, [3, [4]], 'ab', { length: 1, 0: 'x' }, null, undefined));
print([].concat(), [, 1].concat([, 2]), [1].concat([, , ]).length, [].concat.call(5, 6).length, typeof [].concat.call(5)[0]);
var like = { length: 2, 0: 'x', 1: 'y' };
like[Symbol.isConcatSpreadable] = true;
print([0].concat(like));
var closed = [1, 2];
closed[Symbol.isConcatSpreadable] = false;
print([0].concat(closed).length);
var a = [1];
print(a.concat() === a, a.concat(a, a), [].concat.length, outcome(function () { return [].concat.call(null); }));
