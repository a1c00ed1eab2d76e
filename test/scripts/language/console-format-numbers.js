// %d, %i and %f write numbers.
// expect: pass
// log: 42
// log: 42
// log: 1.5
// log: NaN
// log: -0
// log: 3
// log: 42
// log: 1.5
// log: NaN

console.log('%d', 42);
console.log('%d', '42');
console.log('%d', 1.5);
console.log('%d', 'x');
console.log('%d', -0);
console.log('%i', 3.9);
console.log('%i', '42px');
console.log('%f', '1.50');
console.log('%f', 'x');
