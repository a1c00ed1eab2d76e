// %s writes a string.
// expect: pass
// log: text
// log: a and b
// log: 42
// log: -0
// log: true
// log: undefined
// log: null

console.log('%s', 'text');
console.log('%s and %s', 'a', 'b');
console.log('%s', 42);
console.log('%s', -0);
console.log('%s', true);
console.log('%s', undefined);
console.log('%s', null);
