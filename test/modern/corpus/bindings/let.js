//// a block of its own
let x = 1; { let x = 2; console.log(x); } console.log(x);
//// a loop's variable in closures
const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); console.log(fs.map(f => f()));
//// a loop's variable that the body changes
const fs = []; for (let i = 0; i < 6; i++) { fs.push(() => i); i++; } console.log(fs.map(f => f()));
//// constants of a loop's body in closures
const fs = []; for (var i = 0; i < 3; i++) { const j = i * 2; fs.push(() => j); } console.log(fs.map(f => f()));
//// for in with closures
const fs = []; for (const k in { a: 1, b: 2 }) fs.push(() => k); console.log(fs.map(f => f()));
//// continue in a loop with closures
const fs = []; for (let i = 0; i < 5; i++) { if (i % 2) continue; fs.push(() => i); } console.log(fs.map(f => f()));
//// break to a label in loops with closures
const fs = []; outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 2) continue outer; if (i === 2) break outer; fs.push(() => [i, j]); } } console.log(JSON.stringify(fs.map(f => f())));
//// return from a loop with closures
function f() { for (let i = 0; i < 5; i++) { const g = () => i; if (g() === 3) return g; } } console.log(f()());
//// undefined where nothing is assigned
let a; console.log(a); for (let i = 0; i < 2; i++) { let b; console.log(b); b = i; }
//// a switch's block
switch (1) { case 1: let z = 'one'; console.log(z); } console.log(typeof z);
//// shadowed by a parameter
const x = 1; const f = x => x; console.log(f(2), x);
//// shadowed in catch
const e = 1; try { throw 2; } catch (e) { console.log(e); } console.log(e);
//// catch without a name
try { null.x; } catch { console.log('caught'); }
//// a function in a block
{ function f() { return 1; } console.log(f()); }
//// const refused when assigned
const a = 1; a = 2; console.log(a);
//// const refused when incremented
const a = 1; a++; console.log(a);
//// const refused when assigned in a function
const a = 1; function f() { a += 2; } try { f(); } catch (e) { console.log(e.name); }
//// let refused when used before it is there
console.log(x); let x = 1;
//// const refused in the head of its own loop
for (const i = 0; i < 2; i++) console.log(i);
//// twice refused
let a = 1; let a = 2; console.log(a);
//// typeof before refused
console.log(typeof q); let q;
//// a class refused before it is there
new A(); class A {}
//// const holds an object that changes
const o = { n: 1 }; o.n = 2; console.log(o.n);
//// a loop that awaits nothing
let n = 0; while (n < 3) { let m = n; n = m + 1; } console.log(n);
//// several in one statement
let a = 1, b = a + 1, [c] = [b + 1]; console.log(a, b, c);
//// a function used before the const it closes over is set
function f() { return v; } const v = 4; console.log(f());
//// var and let beside each other
var a = 1; { var a = 2; let b = 3; console.log(a, b); } console.log(a);
//// a block's name that is also one of the surroundings
{ const console = { log: 1 }; console.log; } console.log('still there');
//// a loop's name that is also one of the surroundings
for (const Math of [1]) { } console.log(Math.max(1, 2));
//// a function's block and the surroundings
function f() { if (true) { let JSON = 1; JSON++; } return JSON.stringify([1]); } console.log(f());
//// a catch's name and the surroundings
try { throw 1; } catch (Date) { } console.log(typeof Date.now);
//// a switch's name and the surroundings
switch (1) { case 1: let isNaN = 2; console.log(isNaN); } console.log(isNaN(NaN));
