// As in Node.
// expect: pass
// log: Uint8Array(3) [ 1, 2, 3 ]
// log: Float64Array(1) [ 0.5 ]
// log: Int16Array(0) []

console.log(new Uint8Array([1, 2, 3]));
console.log(new Float64Array([0.5]));
console.log(new Int16Array(0));
