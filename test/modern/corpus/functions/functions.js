//// defaults
function f(a, b = 2, c = a + b) { return [a, b, c]; } console.log(f(1), f(1, 1), f(1, undefined, 0));
//// null is no reason for a default
const f = (a = 1) => a; console.log(f(null), f());
//// rest
function f(a, ...r) { return r; } console.log(f(1), f(1, 2, 3));
//// a default that a variable hides refused
const x = 1; function f(a = x) { const x = 2; return a; } console.log(f());
//// a default throws
const need = () => { throw new Error('needed'); }; const f = (a = need()) => a; try { f(); } catch (e) { console.log(e.message); }
//// new target in a function
function F() { return new.target === undefined; } console.log(F(), new F() instanceof F);
//// hoisted
console.log(f()); function f() { return 'hoisted'; }
//// recursion in an expression
const f = function g(n) { return n ? n + g(n - 1) : 0; }; console.log(f(4));
//// closures
const counter = () => { let n = 0; return { up: () => ++n, get n() { return n; } }; }; const c = counter(); c.up(); c.up(); console.log(c.n);
//// bind and call
function f(...a) { return [this.v, ...a]; } console.log(f.bind({ v: 1 }, 2)(3), f.call({ v: 4 }, 5), f.apply({ v: 6 }, [7]));
//// names
function one() { } const two = function () { }; const three = () => { }; const o = { four() { }, five: () => { } }; console.log(one.name, two.name, three.name, o.four.name, o.five.name);
//// lengths
const f = (a, b) => 1, g = (a, b = 1, c) => 1, h = (...a) => 1; console.log(f.length, g.length, h.length, (function (a, { b }) { }).length, ({ m(a, b = 1) { } }).m.length);
//// arguments with defaults
function f(a = 1) { return arguments.length; } console.log(f(), f(1, 2));
//// getters by defineProperty
const o = {}; Object.defineProperty(o, 'x', { get: () => 3 }); console.log(o.x);
//// a parameter that is assigned
function f(a = 1) { a++; return a; } console.log(f(), f(4));
//// strict mode in a module
export const x = 1; function f() { return this; } console.log(f() === undefined);
//// composition
const pipe = (...fs) => x => fs.reduce((v, f) => f(v), x); console.log(pipe(x => x + 1, x => x * 2)(3));
//// called at once with this
console.log((function () { return this.a; }).call({ a: 1 }));
