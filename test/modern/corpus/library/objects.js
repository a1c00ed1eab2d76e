//// entries and values
console.log(Object.entries({ a: 1, b: 2 }), Object.values({ a: 1 }));
//// fromEntries
console.log(Object.fromEntries([['a', 1], ['b', 2]]));
//// assign
const t = { a: 1 }; console.log(Object.assign(t, { b: 2 }, null, { a: 3 }) === t, t);
//// hasOwn
console.log(Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString'));
//// getOwnPropertyDescriptors
console.log(Object.getOwnPropertyDescriptors({ get a() { return 1; } }).a.get !== undefined);
//// is
console.log(Object.is(-0, 0), Object.is('a', 'a'));
//// setPrototypeOf
const o = Object.setPrototypeOf({}, { x: 1 }); console.log(o.x);
//// freeze and seal
const o = Object.freeze({ a: 1 }); console.log(Object.isFrozen(o), Object.isSealed(o), Object.isExtensible(o));
//// entries in order
console.log(Object.keys({ b: 1, 2: 1, a: 1, 1: 1 }));
//// values of a text
console.log(Object.values('ab'), Object.entries('a'));
//// Reflect
console.log(Reflect.has({ a: 1 }, 'a'), Reflect.ownKeys({ a: 1 }), Reflect.get({ a: 2 }, 'a'), Reflect.apply(Math.max, null, [1, 2]));
//// Reflect.construct
class A { constructor(n) { this.n = n; } } console.log(Reflect.construct(A, [3]).n);
//// Reflect.defineProperty
const o = {}; console.log(Reflect.defineProperty(o, 'x', { value: 1 }), o.x, Reflect.getPrototypeOf([]) === Array.prototype);
//// globalThis
console.log(typeof globalThis, globalThis.Array === Array);
//// JSON of what is new
console.log(JSON.stringify({ m: new Map([[1, 2]]), s: new Set([1]), y: Symbol('q'), d: new Date(0) }));
//// JSON with a function
console.log(JSON.stringify({ a: [1, { b: 2 }] }, (k, v) => typeof v === 'number' ? v + 1 : v), JSON.parse('[1,2]', (k, v) => Array.isArray(v) ? v : v * 2));
//// JSON with spaces
console.log(JSON.stringify({ a: [1] }, null, 2));
//// dates
const d = new Date(Date.UTC(2020, 1, 3, 4, 5, 6, 7)); console.log(d.toISOString(), d.getTime(), JSON.stringify(d));
//// parsed dates
console.log(Date.parse('2020-01-02T03:04:05Z'), new Date('2020-01-02').getTime(), isNaN(new Date('x')));
//// getters on classes in entries
class A { constructor() { this.a = 1; } get b() { return 2; } } console.log(Object.entries(new A()));
