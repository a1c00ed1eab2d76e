//// arrays
console.log([0, ...[1, 2], 3]);
//// arguments
console.log(Math.max(...[1, 5, 3], 4));
//// strings
console.log([...'añ😀']);
//// sets and maps
console.log([...new Set([1, 1, 2])], [...new Map([[1, 2]]).keys()]);
//// objects
console.log({ a: 1, ...{ b: 2, a: 3 }, c: 4 });
//// null in an object
console.log({ ...null, ...undefined, ...1, ...'ab' });
//// getters are read
const o = { get x() { return 5; } }; console.log({ ...o });
//// holes
console.log([...[1, , 3]]);
//// new
class A { constructor(a, b) { this.s = a + b; } } console.log(new A(...[1, 2]).s);
//// methods keep this
const o = { n: 1, m(...a) { return this.n + a.length; } }; console.log(o.m(...[1, 2]));
//// several
const f = (...a) => a.join(); console.log(f(...[1], 2, ...[3, 4]));
//// a generator
function* g() { yield 1; yield 2; } console.log([...g(), ...g()]);
//// what is no iterable
try { [...{}]; } catch (e) { console.log(e instanceof TypeError); }
//// a copy
const a = [1, [2]]; const b = [...a]; b[0] = 9; b[1][0] = 8; console.log(JSON.stringify(a));
//// arguments objects
function f() { return [...arguments].length; } console.log(f(1, 2, 3));
//// symbols
const s = Symbol(); console.log({ ...{ [s]: 1 } }[s]);
//// conditions
const on = true; console.log({ ...(on && { x: 1 }), ...(!on && { y: 2 }) });
