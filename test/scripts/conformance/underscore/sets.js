// uniq, unique, union, intersection.
print(_.uniq([1, 2, 1, 4, 1, 3]), _.unique([1, 1, 2, 2, 3], true), _.uniq([{ a: 1 }, { a: 2 }, { a: 1 }], 'a'), _.uniq([1.2, 1.7, 2.3], Math.floor), _.uniq([1, 1.5, 2], true, Math.floor), _.uniq(['1', 1]), _.uniq([NaN, NaN]), _.uniq([]), _.uniq(null), _.uniq([undefined, null, undefined]));
print(_.union([1, 2, 3], [101, 2, 1, 10], [2, 1]), _.union([1, [2]], [[2]]), _.union(), _.union(null, [1]), _.intersection([1, 2, 3], [101, 2, 1, 10], [2, 1]), _.intersection([1, 1], [1]), _.intersection([1]), _.intersection([], [1]), _.intersection(null, [1]));
