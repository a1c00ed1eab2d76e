//// the talk's style
var a = 1; let b = 2; console.log(a + b);
//// with
let o = { x: 5 }; with (o) { console.log(x); }
//// labels
let n = 0; a: { n++; if (n) break a; n = 9; } console.log(n);
//// automatic semicolons
let a = 1
let b = 2
console.log(a
  + b)
//// comments
let a /* one */ = 1 // two
console.log(a) /* three
*/
//// a shebang
let x = 1; console.log(x);
//// sloppy this
let f = function () { return typeof this; }; console.log(f());
//// strict
'use strict'; let f = function () { return typeof this; }; console.log(f());
//// getters that throw
let o = { get x() { throw new Error('g'); } }; try { o.x; } catch (e) { console.log(e.message); }
//// recursion
const f = n => n < 2 ? n : f(n - 1) + f(n - 2); console.log(f(15));
//// deep recursion
const f = n => n === 0 ? 0 : 1 + f(n - 1); console.log(f(1000));
//// eval of a newer language
let r; try { r = eval('let q = 1; q'); } catch (e) { r = 1; } console.log(r);
//// the order of evaluation
const log = []; const v = n => (log.push(n), n); ({ [v('k')]: v(1), ...v({}), a: v(2) }); console.log(log.length);
//// a large literal
const big = { list: [1, [2, [3, { deep: { er: 'x' } }]]] }; console.log(big.list[1][1][1].deep.er);
//// a date in a template
const d = new Date(0); console.log(`${d.toISOString()}`);
//// a class in a loop
const all = []; for (let i = 0; i < 2; i++) all.push(class { v() { return i; } }); console.log(all.map(A => new A().v()));
//// a switch in a function with closures
const f = k => { switch (k) { case 1: { const x = 'a'; return () => x; } default: { const x = 'b'; return () => x; } } }; console.log(f(1)(), f(2)());
//// names that TypeScript makes
const _this = 1, _super = 2, _a = 3; const f = () => [this === undefined, _this, _super, _a]; console.log(f().slice(1));
//// a variable named like a helper refused
const __read = 5; const [a] = [1]; console.log(a, __read);
//// unicode names
const größe = 1, ñ = 2; console.log(größe + ñ);
//// nested functions in parameters
const f = (a, g = () => a) => { a = 2; return g(); }; console.log(f(1));
//// Array holes in for of
for (const x of [1, , 2]) console.log(x);
//// a getter in a destructured parameter
const f = ({ length }) => length; console.log(f('four'), f([1]));
//// a comma in a for
for (let i = 0, j = 3; i < j; i++, j--) console.log(i, j);
//// do while with let
let n = 0; do { let m = n++; if (m === 1) break; } while (true); console.log(n);
