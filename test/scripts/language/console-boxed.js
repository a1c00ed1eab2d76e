// As in Node.
// expect: pass
// log: [Number: 3]
// log: [String: 's']
// log: [Boolean: false]

console.log(new Number(3));
console.log(new String('s'));
console.log(new Boolean(false));
