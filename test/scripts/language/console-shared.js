// The same object twice is no circle.
// expect: pass
// log: { a: { x: 1 }, b: { x: 1 } }

var part = { x: 1 };
console.log({ a: part, b: part });
