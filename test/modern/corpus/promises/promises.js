//// then
Promise.resolve(1).then(v => v + 1).then(v => console.log(v));
//// the constructor
new Promise((yes, no) => yes('x')).then(v => console.log(v)); console.log('sync');
//// a throw in the constructor
new Promise(() => { throw new Error('e'); }).catch(e => console.log(e.message));
//// settled once
new Promise((yes, no) => { yes(1); no(2); yes(3); }).then(v => console.log(v));
//// catch and then
Promise.reject(1).catch(v => v + 1).then(v => console.log(v));
//// finally
Promise.resolve(1).finally(() => console.log('f')).then(v => console.log(v));
//// finally that throws
Promise.resolve(1).finally(() => { throw new Error('f'); }).catch(e => console.log(e.message));
//// all
Promise.all([1, Promise.resolve(2)]).then(v => console.log(v));
//// all rejects
Promise.all([1, Promise.reject(new Error('no'))]).catch(e => console.log(e.message));
//// all of none
Promise.all([]).then(v => console.log(v.length));
//// allSettled
Promise.allSettled([1, Promise.reject('r')]).then(v => console.log(JSON.stringify(v)));
//// any
Promise.any([Promise.reject(1), Promise.resolve(2)]).then(v => console.log(v));
//// any of none that holds
Promise.any([Promise.reject(1), Promise.reject(2)]).catch(e => console.log(e instanceof AggregateError, e.errors));
//// race
Promise.race([new Promise(() => { }), Promise.resolve('w')]).then(v => console.log(v));
//// thenables
Promise.resolve({ then(yes) { yes('thenable'); } }).then(v => console.log(v));
//// a promise of itself
const p = new Promise(r => queueMicrotask(() => r(p))); p.catch(e => console.log(e instanceof TypeError));
//// order
Promise.resolve().then(() => console.log(1)).then(() => console.log(3)); Promise.resolve().then(() => console.log(2)).then(() => console.log(4));
//// order with nested promises
Promise.resolve().then(() => Promise.resolve(5)).then(v => console.log(v)); Promise.resolve().then(() => console.log(1)).then(() => console.log(2)).then(() => console.log(3)).then(() => console.log(4));
//// then without functions
Promise.resolve(7).then(null, undefined).then(v => console.log(v));
//// a subclass
class P extends Promise { } const p = P.resolve(1); console.log(p instanceof P, p.then(() => { }) instanceof P);
//// instanceof and toString
console.log(Promise.resolve() instanceof Promise, Object.prototype.toString.call(Promise.resolve()));
//// without new
try { Promise(() => { }); } catch (e) { console.log(e instanceof TypeError); }
//// without a function
try { new Promise(5); } catch (e) { console.log(e instanceof TypeError); }
//// all of an iterator
function* g() { yield Promise.resolve(1); yield 2; } Promise.all(g()).then(v => console.log(v));
