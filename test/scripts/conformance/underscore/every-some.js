// every, all, some, any, contains, includes, include.
function even(n) { return n % 2 === 0; }
print(_.every([2, 4], even), _.all([2, 3], even), _.every([], even), _.some([1, 2], even), _.any([1, 3], even), _.some([], even), _.every({ a: 2 }, even), _.every([true, 1, null]), _.some([null, 0, 'x']), _.every([{ a: 1 }, { a: 1 }], { a: 1 }), _.some([{ a: 1 }], 'b'));
print(_.contains([1, 2], 2), _.includes({ a: 5 }, 5), _.include([1], '1'), _.contains([1, 2, 3], 1, 1), _.contains([NaN], NaN), _.contains(null, 1), _.contains('abc', 'b'));
