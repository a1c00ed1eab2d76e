// compact, flatten, without, difference.
print(_.compact([0, 1, false, 2, '', 3, null, undefined, NaN, 'a', [], {}]), _.flatten([1, [2], [3, [[4]]]]), _.flatten([1, [2], [3, [[4]]]], true), _.flatten([1, [2, [3]]], 1), _.flatten([[[]]]), _.flatten([1, [2, [3, [4]]]], 2), _.flatten([]), _.flatten(null));
print(_.without([1, 2, 1, 0, 3], 0, 1), _.without([{ a: 1 }], { a: 1 }), _.without([]), _.difference([1, 2, 3, 4, 5], [5, 2], [10, 3]), _.difference([1], null), _.difference([[1]], [[1]]), _.without([NaN, 1], NaN));
