// join and toString, empty places and things inside themselves.
print([1, 2, 3].join(), [1, 2, 3].join(''), [1, 2, 3].join('--'), [1, 2].join(undefined), [1, 2].join(null), [1, 2].join(5), [].join('x'), [1].join('x'));
print([null, undefined, , 0, '', false, NaN, -0].join('|'), [[1, [2, 3]], [4]].join(';'), String([[], [[]]]), [{}] + '');
var loop = [1, 2];
print([].join.call({ length: 3, 0: 'a', 2: 'c' }, '+'), [].join.call('abc', '.'), Array(5).join('ab'));
print([1, 2].toString(), [].toString.call({ join: function () { return 'joined'; } }), [].toString.call({ join: 5 }), [].toString.call({}));
print(outcome(function () { return [{ toString: function () { throw new RangeError('no'); } }].join(); }), outcome(function () { return [Symbol('x')].join(); }), outcome(function () { return [Object.create(null)].join(); }));
print([1.5, 'x', null].toLocaleString(), [{ toLocaleString: function () { return 'local'; } }, undefined].toLocaleString());
