//// binary and octal
console.log(0b101, 0o17, 0xff);
//// separators
console.log(1_000_000, 0.000_1, 0xff_ff);
//// shorthand
const a = 1, b = 2; console.log({ a, b });
//// methods
const o = { m() { return 1; }, 'two words'() { return 2; }, 3() { return 3; } }; console.log(o.m(), o['two words'](), o[3]());
//// computed names
const k = 'x'; console.log({ [k]: 1, [`${k}2`]: 2, [k + 3]() { return 3; } }.x2);
//// computed names in order
let n = 0; const o = { [n++]: n++, [n++]: n++ }; console.log(o);
//// accessors
const o = { get a() { return this.b; }, set a(v) { this.b = v + 1; } }; o.a = 1; console.log(o.a);
//// computed accessors
const k = 'z'; const o = { get [k]() { return 'got'; } }; console.log(o.z);
//// a duplicate name
console.log({ a: 1, a: 2 });
//// __proto__ refused
const p = { inherited: 1 }; const o = { __proto__: p }; console.log(o.inherited, Object.keys(o));
//// symbols as names
const s = Symbol('s'); const o = { [s]: 1, a: 2 }; console.log(o[s], Object.keys(o), Object.getOwnPropertySymbols(o).length);
//// code points
console.log('\u{1F600}'.length, '\u{41}');
//// trailing commas
const f = (a, b,) => a + b; console.log(f(1, 2,), [1, 2,].length);
//// BigInt refused
console.log(10n ** 20n);
//// line separators
console.log('\u2028'.length);
//// super in an object refused
const b = { m() { return 1; } }; const o = { __proto__: b, m() { return super.m() + 1; } }; console.log(o.m());
//// async and generator methods
const o = { async a() { return 1; }, *g() { yield 2; } }; o.a().then(v => console.log(v)); console.log([...o.g()]);
//// numbers as names
console.log({ 1: 'a', 0x10: 'b', 1e3: 'c' });
//// keywords as names
const o = { class: 1, default: 2, new: 3 }; console.log(o.class + o.default + o.new);
