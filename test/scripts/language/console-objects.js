// As in Node.
// expect: pass
// log: {}
// log: { a: 1, b: 'two', c: true }
// log: { u: undefined, n: null, x: NaN }
// log: { '7': 5, 'a-b': 1, 'with space': 2, ok_1: 3, '$d': 4 }
// log: label { a: 1 } and { b: 2 }

console.log({});
console.log({ a: 1, b: 'two', c: true });
console.log({ u: undefined, n: null, x: NaN });
console.log({ 'a-b': 1, 'with space': 2, ok_1: 3, $d: 4, '7': 5 });
console.log('label', { a: 1 }, 'and', { b: 2 });
