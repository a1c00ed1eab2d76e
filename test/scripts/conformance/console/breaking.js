// When a value goes over several lines.
console.log({ first: 'a value of some length', second: 'another value of length', third: 'one more of these' });
console.log({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13, n: 14, o: 15, p: 16 });
console.log({ list: ['a long enough text', 'another long text', 'the third long text', 'a fourth'], n: 1 });
console.log({ a: { b: 'short' }, c: { d: ['x', 'y'] } });
console.log([{ id: 1, name: 'the first of them' }, { id: 2, name: 'the second of them' }, { id: 3, name: 'third' }]);
console.log({ text: 'a\nb' }, ['line one\nline two', 'x']);
console.log({ exactly: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' });
console.log({ exactly: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' });
