//// an export
export const a = 1; export function f() { return a; } console.log(f());
//// a value under a word of the language
const a = 5; export { a as in }; console.log('value');
//// a list
const a = 1, b = 2; export { a, b as c }; console.log(a + b);
//// a class
export class A { m() { return 1; } } console.log(new A().m());
//// an exported class as the default
export default class A { } console.log(typeof A);
//// import meta refused
console.log(typeof import.meta.url);
//// import at run time refused
const m = () => import('./x'); console.log(typeof m);
//// what is exported changes
export let n = 1; function up() { n++; } up(); console.log(n);
//// this at the top
export { }; console.log(this === undefined);
//// exports by hand
let x = 1; exports.a = x; module.exports.b = 2; console.log(exports.a, module.exports === exports);
