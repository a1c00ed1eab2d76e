//// from
console.log(Array.from('abc'), Array.from({ length: 2, 0: 'x' }), Array.from([1, 2], x => x * 2));
//// of
console.log(Array.of(7), Array.of(1, 2));
//// find
console.log([1, 5, 8].find(x => x > 4), [1].find(x => x > 4), [1, 5].findIndex(x => x === 5), [1].findIndex(x => x > 4));
//// findLast
console.log([1, 5, 8, 2].findLast(x => x > 4), [1, 5, 8].findLastIndex(x => x > 1), [].findLast(x => x));
//// includes
console.log([1, NaN].includes(NaN), [1].includes(2), [1, 2].includes(1, 1));
//// flat
console.log([1, [2, [3, [4]]]].flat(), JSON.stringify([1, [2, [3, [4]]]].flat(Infinity)));
//// flatMap
console.log([1, 2].flatMap(x => [x, x * 2]), [[1], [2]].flatMap(x => x));
//// at
console.log([1, 2, 3].at(-1), [1].at(5), [1, 2].at(0));
//// fill
console.log(new Array(3).fill(0), [1, 2, 3].fill(9, 1, 2));
//// copyWithin
console.log([1, 2, 3, 4].copyWithin(0, 2));
//// a sort that is stable
const a = Array.from({ length: 100 }, (_, i) => ({ k: i % 3, i })); a.sort((x, y) => x.k - y.k); console.log(a.every((x, i) => i === 0 || a[i - 1].k < x.k || a[i - 1].i < x.i));
//// a sort of texts
console.log(['b', 'a', 'C', 10, 9].sort());
//// a sort with undefined
console.log([3, undefined, 1].sort());
//// reduceRight
console.log([1, 2, 3].reduceRight((a, b) => a + '-' + b));
//// every and some
console.log([1, 2].every(x => x > 0), [1, 2].some(x => x > 1));
//// entries of holes
console.log([...[, 1].entries()]);
//// isArray
console.log(Array.isArray([]), Array.isArray({ length: 0 }));
//// join of nested
console.log([1, [2, 3], null, undefined].join());
//// concat
console.log([1].concat([2], 3, [[4]]));
//// a long chain
console.log([...Array(10).keys()].filter(n => n % 2).map(n => n ** 2).reduce((a, b) => a + b, 0));
//// splice and slice
const a = [1, 2, 3, 4]; console.log(a.splice(1, 2, 'x'), a, a.slice(-2));
//// indexOf and lastIndexOf
console.log([1, 2, 1].indexOf(1, 1), [1, 2, 1].lastIndexOf(1));
//// typed arrays
const t = new Uint8Array([1, 2, 300]); console.log(t[2], t.length, Array.from(t));
//// typed arrays are iterable
console.log([...new Uint8Array([1, 2])]); for (const b of new Uint8Array([3])) console.log(b);
