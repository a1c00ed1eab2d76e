// As in Node.
// expect: pass
// log: hello world
// log: 1 1.5 -1 0 1e+21 1e-7
// log: -0 [ -0 ] 0
// log: NaN Infinity -Infinity
// log: true false
// log: undefined null
// log: a b c

console.log('hello world');
console.log(1, 1.5, -1, 0, 1e21, 1e-7);
console.log(-0, [-0], 0);
console.log(NaN, Infinity, -Infinity);
console.log(true, false);
console.log(undefined, null);
console.log('a', 'b', 'c');
