//// optional chaining
const o = { a: { b: 1 } }; console.log(o?.a?.b, o.x?.y, o.x?.y.z.q);
//// optional calls
const o = { f: () => 1 }; console.log(o.f?.(), o.g?.(), o?.['f']());
//// optional calls keep this
const o = { v: 3, f() { return this.v; } }; console.log(o?.f(), (o?.f)(), o['f']?.());
//// optional elements
const a = null; console.log(a?.[0], [5]?.[0]);
//// optional deletion
const o = { a: 1 }; console.log(delete o?.a, delete o.x?.y, Object.keys(o));
//// not evaluated
let n = 0; const a = undefined; a?.[n++]; a?.f(n++); console.log(n);
//// nullish
console.log(null ?? 1, undefined ?? 2, 0 ?? 3, '' ?? 4, false ?? 5);
//// nullish assignment
let a = null, b = 0; a ??= 1; b ??= 2; console.log(a, b);
//// logical assignment
let a = 0, b = 1; a ||= 5; b &&= 6; console.log(a, b);
//// not assigned when not needed
const o = { get x() { return 1; }, set x(v) { console.log('set'); } }; o.x ||= 2; o.x ??= 3; console.log(o.x);
//// exponents
let x = 2; x **= 3; console.log(x, 2 ** 3 ** 2, (-2) ** 2);
//// the comma and in
console.log('a' in { a: 1 }, (1, 2));
//// typeof of what is not there
console.log(typeof notThere, typeof null, typeof (() => 1));
//// instanceof
console.log([] instanceof Array, (() => 1) instanceof Function);
//// mixed
const o = { list: [{ name: 'x' }] }; console.log(o.list?.[0]?.name ?? 'none', o.list?.[1]?.name ?? 'none');
//// evaluated once
let n = 0; const f = () => (n++, { v: null }); f().v ??= 1; f()?.v?.w; console.log(n);
//// void and delete
console.log(void 0, delete [].x);
//// short circuits in a chain of calls
const api = { get: k => k === 'a' ? { json: () => ({ v: 1 }) } : undefined }; console.log(api.get('a')?.json().v, api.get('b')?.json().v);
//// Object.is and equality
console.log(Object.is(NaN, NaN), Object.is(0, -0), NaN === NaN);
