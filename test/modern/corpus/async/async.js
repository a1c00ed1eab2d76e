//// a value
async function f() { return 1; } f().then(v => console.log(v));
//// await
(async () => { const a = await Promise.resolve(2); console.log(a); })();
//// await of no promise
(async () => { console.log(await 3); })();
//// order of jobs
console.log(1); Promise.resolve().then(() => console.log(3)); (async () => { await null; console.log(4); })(); console.log(2);
//// order of awaits and thens
(async () => { await 0; console.log('a1'); await 0; console.log('a2'); })(); Promise.resolve().then(() => console.log('t1')).then(() => console.log('t2'));
//// an exception
(async () => { throw new Error('x'); })().catch(e => console.log(e.message));
//// try around await
(async () => { try { await Promise.reject(new Error('y')); } catch (e) { console.log(e.message); } finally { console.log('f'); } })();
//// a loop
(async () => { let s = 0; for (let i = 0; i < 4; i++) s += await i; console.log(s); })();
//// for of with await
(async () => { for (const p of [Promise.resolve(1), 2]) console.log(await p); })();
//// for await
(async () => { for await (const v of [Promise.resolve(1), 2]) console.log(v); })();
//// async generators
async function* g() { yield 1; yield await Promise.resolve(2); } (async () => { const r = []; for await (const v of g()) r.push(v); console.log(r); })();
//// async generators by hand
async function* g() { yield 1; } const i = g(); i.next().then(r => console.log(r.value, r.done)); i.next().then(r => console.log(r.value, r.done));
//// an async iterator of one's own
const it = { [Symbol.asyncIterator]() { let n = 0; return { next: async () => ({ done: n > 1, value: n++ }) }; } }; (async () => { for await (const v of it) console.log(v); })();
//// this
const o = { v: 5, async m() { await null; return this.v; } }; o.m().then(v => console.log(v));
//// arguments in an async function
async function f() { return arguments.length; } f(1, 2).then(v => console.log(v));
//// parameters that throw
async function f({ a }) { return a; } f(null).catch(e => console.log(e instanceof TypeError));
//// an exported test
export default async function () { await null; console.log('ran'); }
//// an exported test that fails
export default async function () { await null; throw new Error('no'); }
//// an exported arrow
export default async () => { console.log(await Promise.all([1, Promise.resolve(2)])); };
//// an exported test that is not async
export default function () { console.log('plain'); }
//// an exported test that throws
export default () => { throw new Error('plain'); };
//// an unhandled rejection
Promise.reject(new Error('lost')); console.log('on');
//// an unhandled rejection in an async function
(async () => { await null; null.x; })(); console.log('on');
//// a rejection that is handled later
const p = Promise.reject(new Error('later')); p.catch(e => console.log(e.message));
//// timers
setTimeout(() => console.log('b'), 10); setTimeout(() => console.log('a'), 2); console.log('first');
//// timers and arguments
setTimeout((a, b) => console.log(a + b), 1, 2, 3);
//// a timer that is cleared
const t = setTimeout(() => console.log('never'), 1); clearTimeout(t); setTimeout(() => console.log('after'), 5);
//// an interval
let n = 0; const i = setInterval(() => { console.log(++n); if (n === 3) clearInterval(i); }, 1);
//// a promise of a timer
const wait = ms => new Promise(r => setTimeout(r, ms)); export default async () => { await wait(3); console.log('waited'); };
//// a race against a timer
export default async () => { const slow = new Promise(r => setTimeout(() => r('slow'), 60000)); console.log(await Promise.race([slow, Promise.resolve('fast')])); };
//// jobs before timers
setTimeout(() => console.log('timer'), 0); queueMicrotask(() => console.log('job')); console.log('now');
//// sequential and parallel
const f = async n => { await null; return n * 2; }; export default async () => { const a = []; for (const n of [1, 2]) a.push(await f(n)); console.log(a, await Promise.all([3, 4].map(f))); };
//// await in conditions and calls
export default async () => { const f = async x => x; if (await f(true)) console.log(Math.max(await f(1), await f(2)), (await f({ a: 1 })).a, `${await f('t')}`); };
//// return of a promise
const f = async () => Promise.resolve('in'); f().then(v => console.log(v));
//// an async arrow in a class
class A { v = 1; f = async () => { await null; return this.v; }; } new A().f().then(v => console.log(v));
//// await at the top refused
const v = await Promise.resolve(1); console.log(v); export { };
//// for await at the top refused
for await (const v of [1]) console.log(v); export { };
//// finally with await
export default async () => { try { return 1; } finally { await null; console.log('cleaned'); } };
//// labels and await
export default async () => { outer: for (const a of [1, 2]) { for (const b of [1, 2]) { await null; if (b === 2) continue outer; console.log(a, b); } } };
//// switch with await
export default async () => { switch (await 2) { case await 1: console.log('one'); break; case await 2: console.log('two'); } };
//// a closure in a loop with await
export default async () => { const fs = []; for (let i = 0; i < 3; i++) { await null; fs.push(() => i); } console.log(fs.map(f => f())); };
//// destructuring with await
export default async () => { const { a, b = await 2 } = await { a: 1 }; console.log(a, b); };
//// spread with await
export default async () => { console.log([...await [1, 2], await 3]); };
//// optional chaining with await
export default async () => { console.log((await null)?.x, await (null ?? 4)); };
//// the rejection of what is no error
export default async () => { try { await Promise.reject('text'); } catch (e) { console.log(e); } };
