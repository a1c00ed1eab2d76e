//// description
console.log(Symbol('d').description, Symbol('d').toString(), typeof Symbol());
//// unique
console.log(Symbol('a') === Symbol('a'), Symbol.for('a') === Symbol.for('a'), Symbol.keyFor(Symbol.for('k')));
//// as names
const s = Symbol(); const o = { [s]: 1 }; console.log(o[s], s in o, Object.keys(o).length);
//// iterator
const o = { *[Symbol.iterator]() { yield 1; } }; console.log([...o]);
//// toPrimitive
const o = { [Symbol.toPrimitive](hint) { return hint === 'number' ? 5 : 'text'; } }; console.log(+o, `${o}`);
//// toStringTag
class A { get [Symbol.toStringTag]() { return 'Mine'; } } console.log(String(new A()));
//// no conversion to a number
try { +Symbol(); } catch (e) { console.log(e instanceof TypeError); }
//// no new
try { new Symbol(); } catch (e) { console.log(e instanceof TypeError); }
//// well known
console.log(typeof Symbol.iterator, typeof Symbol.asyncIterator, typeof Symbol.species);
//// printed
console.log(Symbol('x'), { [Symbol('k')]: 1 });
//// in JSON
console.log(JSON.stringify([Symbol('x')]), JSON.stringify({ a: Symbol('x') }));
//// isConcatSpreadable
console.log([1].concat({ length: 1, 0: 'x', [Symbol.isConcatSpreadable]: true }));
