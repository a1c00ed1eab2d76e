//// one parameter
const f = x => x + 1; console.log(f(1));
//// several parameters
const f = (a, b) => { return a * b; }; console.log(f(3, 4));
//// an object as the result
const f = () => ({ a: 1 }); console.log(f());
//// this of the surroundings
const o = { v: 7, m() { return [1, 2].map(n => n + this.v); } }; console.log(o.m());
//// this in nested arrows
function F() { this.v = 1; return (() => () => this.v)()(); } console.log(new F() instanceof F);
//// rest parameters
const f = (...all) => all.length; console.log(f(1, 2, 3));
//// as an argument
console.log([3, 1, 2].sort((a, b) => a - b).map(x => x * x));
//// a chain
const add = a => b => c => a + b + c; console.log(add(1)(2)(3));
//// called at once
console.log((() => 'now')());
//// a default parameter
const f = (a, b = a + 1) => [a, b]; console.log(f(1), f(1, 5), f(1, undefined));
//// destructured parameters
const f = ({ a, b: [c] }) => a + c; console.log(f({ a: 1, b: [2] }));
//// arguments refused
function f() { const g = () => arguments[0]; return g(); } console.log(f(5));
//// no parameters and a block
const f = () => { }; console.log(f());
//// in a conditional
const f = true ? x => x : y => -y; console.log(f(3));
//// the comma within
const f = () => (1, 2); console.log(f());
