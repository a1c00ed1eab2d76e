// No arguments are an empty line.
// expect: pass
// log: after

console.log();
console.log('');
console.log('after');
