//// an array
const [a, b] = [1, 2]; console.log(a, b);
//// holes
const [, b, , d] = [1, 2, 3, 4]; console.log(b, d);
//// the rest of an array
const [a, ...r] = [1, 2, 3]; console.log(a, r);
//// defaults
const [a = 5, b = a] = [undefined, null]; console.log(a, b);
//// an object
const { a, b } = { a: 1, b: 2 }; console.log(a, b);
//// other names
const { a: x, b: { c: y } } = { a: 1, b: { c: 2 } }; console.log(x, y);
//// defaults of an object
const { a = 1, b: c = 2 } = { b: undefined }; console.log(a, c);
//// the rest of an object
const { a, ...r } = { a: 1, b: 2, c: 3 }; console.log(r);
//// computed names
const k = 'q'; const { [k]: v } = { q: 7 }; console.log(v);
//// swapped
let a = 1, b = 2; [a, b] = [b, a]; console.log(a, b);
//// assigned to properties
const o = {}; ({ x: o.a, y: o['b'] } = { x: 1, y: 2 }); console.log(o);
//// parameters
function f({ a, b = 2 } = {}, [c] = [3]) { return [a, b, c]; } console.log(f(), f({ a: 1 }, [4]));
//// in a loop
for (const [k, v] of Object.entries({ a: 1, b: 2 })) console.log(k, v);
//// objects in a loop
for (const { id, tags: [first] } of [{ id: 1, tags: ['x'] }]) console.log(id, first);
//// a string
const [a, b] = 'hi'; console.log(a, b);
//// characters beyond 16 bits
const [a, b] = '😀x'; console.log(a.length, b);
//// a map
const [[k, v]] = new Map([['a', 1]]); console.log(k, v);
//// an iterator is closed
function* g() { try { yield 1; yield 2; } finally { console.log('closed'); } } const [a] = g(); console.log(a);
//// null throws
try { const { a } = null; } catch (e) { console.log(e instanceof TypeError); }
//// what is no iterable throws
try { const [a] = {}; } catch (e) { console.log(e instanceof TypeError); }
//// undefined with a nested pattern
try { const { a: { b } } = {}; } catch (e) { console.log(e instanceof TypeError); }
//// the value of an assignment
let a; console.log(({ a } = { a: 1, b: 2 })); console.log(a);
//// a default is evaluated when needed
let n = 0; const f = () => ++n; const { a = f(), b = f() } = { a: 1 }; console.log(n, b);
//// in catch
try { throw { code: 5 }; } catch ({ code }) { console.log(code); }
//// deep
const { a: [{ b: { c = 9 } = {} }] } = { a: [{}] }; console.log(c);
//// the rest with a computed name
const k = 'a'; const { [k]: x, ...r } = { a: 1, b: 2 }; console.log(x, r);
//// symbols in the rest
const s = Symbol('s'); const { a, ...r } = { a: 1, [s]: 2 }; console.log(r[s]);
