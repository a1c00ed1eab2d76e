//// arrays
for (const x of [1, 2]) console.log(x);
//// strings
for (const c of 'a😀') console.log(c);
//// maps
for (const [k, v] of new Map([['a', 1], ['b', 2]])) console.log(k, v);
//// sets
for (const v of new Set('aab')) console.log(v);
//// arguments
function f() { for (const a of arguments) console.log(a); } f(1, 2);
//// break closes
function* g() { try { yield 1; yield 2; } finally { console.log('end'); } } for (const x of g()) { console.log(x); break; }
//// return closes
function* g() { try { yield 1; } finally { console.log('end'); } } function f() { for (const x of g()) return x; } console.log(f());
//// a throw closes
function* g() { try { yield 1; } finally { console.log('end'); } } try { for (const x of g()) throw new Error('x'); } catch (e) { console.log(e.message); }
//// continue
for (const x of [1, 2, 3]) { if (x === 2) continue; console.log(x); }
//// without braces, with a closure
const fs = []; for (const x of [1, 2]) fs.push(() => x); console.log(fs.map(f => f()));
//// an iterator of one's own
const it = { [Symbol.iterator]() { let n = 0; return { next: () => ({ done: n >= 2, value: n++ }) }; } }; for (const x of it) console.log(x);
//// an array that grows
const a = [1]; for (const x of a) { if (a.length < 3) a.push(x + 1); console.log(x); }
//// entries
for (const [i, v] of ['x', 'y'].entries()) console.log(i, v);
//// keys and values
console.log([...['a', 'b'].keys()], [...['a', 'b'].values()]);
//// by hand
const i = [5][Symbol.iterator](); console.log(i.next(), i.next());
//// labels
outer: for (const a of [1, 2]) for (const b of [1, 2]) { if (b === 2) continue outer; console.log(a, b); }
//// an assignment target
let x; for (x of [1, 2]); console.log(x); const o = {}; for (o.p of [3]); console.log(o.p);
//// destructuring with defaults
for (const { a = 1 } of [{}, { a: 2 }]) console.log(a);
//// what is no iterable
try { for (const x of 5); } catch (e) { console.log(e instanceof TypeError); }
//// null
try { for (const x of null); } catch (e) { console.log(e instanceof TypeError); }
//// Array.from with an iterator
console.log(Array.from({ length: 3 }, (_, i) => i * 2), Array.from(new Set([1, 2])));
//// iterators are iterable
const i = [1, 2][Symbol.iterator](); i.next(); console.log([...i]);
//// nested loops with await of nothing
let s = 0; for (const a of [1, 2]) for (const b of [a, a]) s += b; console.log(s);
//// changes of a map while it is walked
const m = new Map([[1, 1]]); for (const [k] of m) { if (k < 3) m.set(k + 1, 1); } console.log(m.size);
//// deletion while a set is walked
const s = new Set([1, 2, 3]); const seen = []; for (const v of s) { seen.push(v); s.delete(2); } console.log(seen);
