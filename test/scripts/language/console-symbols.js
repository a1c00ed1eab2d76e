// As in Node.
// expect: pass
// log: Symbol(s)
// log: { a: Symbol(t) }

console.log(Symbol('s'));
console.log({ a: Symbol('t') });
