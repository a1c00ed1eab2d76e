//// an expression
const n = 3; console.log(`n is ${n} and ${n * 2}`);
//// lines
console.log(`a
b`);
//// nested
console.log(`a${`b${'c'}`}d`);
//// escapes
console.log(`\t\u0041\`\${}`);
//// objects are converted
console.log(`${[1, 2]} ${{ toString: () => 'o' }} ${null} ${undefined}`);
//// toString before valueOf
console.log(`${{ toString: () => 's', valueOf: () => 1 }}`, '' + { toString: () => 's', valueOf: () => 1 });
//// tagged
const tag = (s, ...v) => s.join('|') + v.join(); console.log(tag`a${1}b${2}c`);
//// raw
const raw = s => s.raw[0]; console.log(raw`a\nb`);
//// String.raw
console.log(String.raw`\u00zz${1}\n`.length);
//// the same object each time
const t = s => s; const f = () => t`x`; console.log(f() === f(), t`x` === t`x`);
//// a member as the tag
const o = { v: 'v', t(s) { return this.v + s[0]; } }; console.log(o.t`x`);
//// frozen
const t = s => Object.isFrozen(s) && Array.isArray(s); console.log(t`a`);
//// a symbol throws
try { `${Symbol('x')}`; } catch (e) { console.log(e instanceof TypeError); }
//// empty
console.log(``.length, `${''}`.length);
//// a carriage return
console.log(`a\r\nb`.length);
