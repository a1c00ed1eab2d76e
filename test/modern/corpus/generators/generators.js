//// values
function* g() { yield 1; yield 2; return 3; } console.log([...g()]);
//// next
function* g() { yield 1; return 2; } const i = g(); console.log(i.next(), i.next(), i.next());
//// values sent
function* g() { const a = yield 1; const b = yield a * 2; return a + b; } const i = g(); i.next(); console.log(i.next(5).value, i.next(6).value);
//// delegation
function* a() { yield 1; return 'r'; } function* b() { const r = yield* a(); yield r; } console.log([...b()]);
//// delegation to an array
function* g() { yield* [1, 2]; yield* 'ab'; } console.log([...g()]);
//// throw
function* g() { try { yield 1; } catch (e) { yield 'caught ' + e; } } const i = g(); i.next(); console.log(i.throw('x').value);
//// return
function* g() { try { yield 1; yield 2; } finally { console.log('fin'); } } const i = g(); i.next(); console.log(i.return(7), i.next());
//// endless
function* n() { let i = 0; while (true) yield i++; } const r = []; for (const x of n()) { if (x > 3) break; r.push(x); } console.log(r);
//// an expression
const g = function* () { yield 'x'; }; console.log(g().next().value);
//// in an object
const o = { *g() { yield 1; }, *['h']() { yield 2; } }; console.log([...o.g(), ...o.h()]);
//// arguments refused
function* g() { yield this.v; yield arguments.length; } console.log([...g.call({ v: 1 }, 1, 2)]);
//// is its own iterator
function* g() { } const i = g(); console.log(i[Symbol.iterator]() === i);
//// lazily begun
let n = 0; function* g() { n++; yield; } const i = g(); console.log(n); i.next(); console.log(n);
//// loops and closures
function* g() { for (let i = 0; i < 3; i++) yield () => i; } console.log([...g()].map(f => f()));
//// switch and conditions
function* g(k) { switch (k) { case 1: yield 'one'; break; default: yield 'other'; } if (k) yield 'end'; } console.log([...g(1), ...g(0)]);
//// yield in an expression
function* g() { return [yield 1, yield 2].length + (yield 3); } const i = g(); i.next(); i.next(); i.next(); console.log(i.next(4).value);
//// fibonacci
function* fib() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } } const out = []; for (const f of fib()) { if (f > 30) break; out.push(f); } console.log(out);
//// an error comes out
function* g() { yield 1; throw new Error('boom'); } try { [...g()]; } catch (e) { console.log(e.message); }
//// parameters
function* range(a, b = 3, { step = 1 } = {}) { for (let i = a; i < b; i += step) yield i; } console.log([...range(0)], [...range(0, 5, { step: 2 })]);
//// a tree
function* walk(t) { if (!t) return; yield* walk(t.l); yield t.v; yield* walk(t.r); } console.log([...walk({ v: 2, l: { v: 1 }, r: { v: 3 } })]);
//// this
function* g() { yield this.v; } console.log([...g.call({ v: 1 })]);
