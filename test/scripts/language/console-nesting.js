// Below two levels, only the kind is shown.
// expect: pass
// log: { a: { b: { c: {} } } }
// log: { a: { b: { c: [Object] } } }
// log: { a: { b: { c: [Array] } } }
// log: [ [ [ [Array] ] ] ]

console.log({ a: { b: { c: {} } } });
console.log({ a: { b: { c: { d: 1 } } } });
console.log({ a: { b: { c: [1] } } });
console.log([[[[1]]]]);
