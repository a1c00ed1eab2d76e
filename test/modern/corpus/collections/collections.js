//// a map
const m = new Map(); m.set('a', 1).set('b', 2); console.log(m.get('a'), m.has('b'), m.has('c'), m.size);
//// of pairs
console.log(new Map([['a', 1], ['b', 2]]).get('b'));
//// keys of any kind
const k = {}; const m = new Map([[k, 1], [NaN, 2], [0, 3]]); console.log(m.get(k), m.get(NaN), m.get(-0), m.get({}));
//// deletion
const m = new Map([[1, 1], [2, 2]]); console.log(m.delete(1), m.delete(1), m.size); m.clear(); console.log(m.size);
//// the order
const m = new Map([['b', 1], ['a', 2]]); m.set('b', 3); console.log([...m.keys()], [...m.values()], [...m.entries()]);
//// forEach
new Map([['a', 1]]).forEach((v, k, m) => console.log(v, k, m.size));
//// a set
const s = new Set([1, 1, '1']); console.log(s.size, s.has('1'), s.add(2).size, s.delete(1));
//// a set of objects
const o = {}; console.log(new Set([o, o, {}]).size);
//// difference
const a = new Set([1, 2, 3]), b = new Set([2]); console.log([...a].filter(x => !b.has(x)));
//// forEach of a set
new Set(['x']).forEach((v, k) => console.log(v, k));
//// a weak map
const k = {}; const w = new WeakMap([[k, 1]]); console.log(w.get(k), w.has({}), w.delete(k), w.has(k));
//// a weak map's keys
try { new WeakMap().set(1, 1); } catch (e) { console.log(e instanceof TypeError); }
//// a weak set
const k = {}; const w = new WeakSet([k]); console.log(w.has(k), w.has({}));
//// to objects and back
console.log(Object.fromEntries(new Map([['a', 1]])), new Map(Object.entries({ b: 2 })).get('b'));
//// tags
console.log(String(new Map()), Object.prototype.toString.call(new Set()));
//// without new
try { Map(); } catch (e) { console.log(e instanceof TypeError); }
//// many
const m = new Map(); for (let i = 0; i < 2000; i++) m.set('k' + i, i); console.log(m.size, m.get('k1999'));
//// grouped
const by = [1, 2, 3].reduce((m, n) => m.set(n % 2, [...(m.get(n % 2) || []), n]), new Map()); console.log([...by]);
//// counted
const n = {}; for (const c of 'hello') n[c] = (n[c] ?? 0) + 1; console.log(n);
//// a map is printed
console.log(new Map([['a', 1], [{ b: 2 }, [3]]]), new Map());
//// a set is printed
console.log(new Set([1, 'a', { b: 2 }]), new Set());
//// nested collections are printed
console.log({ m: new Map([['s', new Set([1])]]) });
//// weak ones are printed
console.log(new WeakMap(), new WeakSet());
//// frozen keys
const k = Object.freeze({}); const m = new Map([[k, 1]]); console.log(m.get(k));
//// a weak map with a frozen key
const k = Object.freeze({}); const w = new WeakMap([[k, 2]]); console.log(w.get(k));
