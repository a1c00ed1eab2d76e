// An error shows its name and message.
// expect: pass
// log contains: Error: plain
// log contains: TypeError: typed
// log contains: inside
// log contains: formatted

console.log(new Error('plain'));
console.log(new TypeError('typed'));
console.log({ e: new Error('inside') });
console.log('%s', new Error('formatted'));
