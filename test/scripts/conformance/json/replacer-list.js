// A list of names picks properties, in its order.
var o = { a: 1, b: 2, c: { a: 3, d: 4 }, 1: 'one' };
print(JSON.stringify(o, ['c', 'a']), JSON.stringify(o, []), JSON.stringify(o, ['d', 'c']), JSON.stringify(o, [1, 'b']), JSON.stringify(o, [new String('a'), new Number(1), {}, null, true]), JSON.stringify([{ a: 1, b: 2 }, [{ b: 3 }]], ['b']), JSON.stringify(o, { length: 1, 0: 'a' }), JSON.stringify(o, 'a'), JSON.stringify(o, null), JSON.stringify({ x: 1 }, ['x', 'y']));
print(JSON.stringify({ a: 1 }, ['a', 'a']));
